package dev.migration.dialect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;

import dev.migration.operation.DataOperation;

/**
 * Turns {@code :name} placeholders into those of JDBC. A collection becomes as many
 * placeholders as it has elements.
 */
final class NamedParameters {

	private NamedParameters() {
	}

	static SqlStatement bind(DataOperation.ExecuteStatement operation) {
		MapSqlParameterSource parameters = new MapSqlParameterSource(operation.parameters());
		ParsedSql parsed = NamedParameterUtils.parseSqlStatement(operation.sql());
		String sql = NamedParameterUtils.substituteNamedParameters(parsed, parameters);
		List<@Nullable Object> values = new ArrayList<>();
		for (Object value : NamedParameterUtils.buildValueArray(parsed, parameters, null)) {
			if (value instanceof Collection<?> collection) {
				values.addAll(collection);
			}
			else {
				values.add(value);
			}
		}
		return new SqlStatement(sql, List.of(values), null);
	}

}
