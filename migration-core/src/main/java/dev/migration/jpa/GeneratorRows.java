package dev.migration.jpa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hibernate.MappingException;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.InitCommand;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.mapping.Table;

/**
 * Reads the rows that a generator of identifiers counts in. Hibernate only tells them as
 * the statements that insert them.
 */
final class GeneratorRows {

	private static final Pattern INSERT = Pattern.compile("insert into .+?\\(([^()]+)\\)\\s*values\\s*\\((.+)\\)\\s*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/**
	 * Hibernate puts the name of a generator between quotes as it is.
	 */
	private static final Pattern VALUE = Pattern.compile("\\s*('.*'|[^',]+)\\s*(?:,|$)", Pattern.DOTALL);

	private final EntityNames names;

	private final SqlStringGenerationContext context;

	GeneratorRows(Metadata metadata, EntityNames names) {
		Database database = metadata.getDatabase();
		this.names = names;
		this.context = SqlStringGenerationContextImpl.fromConfigurationMap(database.getJdbcEnvironment(), database,
				Map.of());
	}

	List<Map<String, Object>> read(Table table) {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (InitCommand command : table.getInitCommands(this.context)) {
			for (String sql : command.initCommands()) {
				Matcher insert = INSERT.matcher(sql);
				if (insert.matches()) {
					rows.add(row(insert.group(1).split(","), insert.group(2)));
				}
			}
		}
		return rows;
	}

	private Map<String, Object> row(String[] columns, String values) {
		Map<String, Object> row = new LinkedHashMap<>();
		Matcher value = VALUE.matcher(values);
		for (String column : columns) {
			if (!value.find()) {
				throw new MappingException("A generator of identifiers begins with the row (" + values
						+ "), which has no value for " + column.strip());
			}
			row.put(this.names.name(column.strip()), value(value.group(1).strip()));
		}
		return row;
	}

	private static Object value(String text) {
		return text.startsWith("'") ? text.substring(1, text.length() - 1) : (Object) Long.parseLong(text);
	}

}
