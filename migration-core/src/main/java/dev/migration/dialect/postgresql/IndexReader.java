package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.ServerVersion;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;

/**
 * Reads the indexes of tables, also those of constraints, which know what the constraints
 * do not say of themselves. An index that is not valid is left out: it is what a
 * concurrent creation left behind that failed, and helps no query.
 */
final class IndexReader {

	private static final String QUERY = """
			SELECT i.indrelid::bigint AS table_oid, i.indexrelid::bigint AS index_oid, x.relname, m.amname, i.indisunique,
				%s AS nulls_not_distinct, k.pos > i.indnkeyatts AS is_included, a.attname,
				CASE WHEN k.num = 0 THEN pg_get_indexdef(i.indexrelid, k.pos::int, false) END AS expression,
				(i.indoption[(k.pos - 1)::int] & 1) <> 0 AS is_descending,
				(i.indoption[(k.pos - 1)::int] & 2) <> 0 AS nulls_first,
				CASE WHEN k.pos <= i.indnkeyatts AND o.collname <> 'default' AND o.oid IS DISTINCT FROM a.attcollation
					THEN o.collname END AS collation,
				CASE WHEN k.pos <= i.indnkeyatts AND (NOT c.opcdefault OR p.attoptions IS NOT NULL)
					THEN CASE WHEN pg_opclass_is_visible(c.oid) THEN '' ELSE quote_ident(cn.nspname) || '.' END
						|| quote_ident(c.opcname) || coalesce('(' || array_to_string(p.attoptions, ', ') || ')', '')
					END AS operator_class,
				pg_get_expr(i.indpred, i.indrelid) AS condition, x.reloptions::text[] AS options,
				EXISTS (SELECT 1 FROM pg_catalog.pg_constraint q WHERE q.conindid = i.indexrelid
					AND q.conrelid = i.indrelid AND q.contype IN ('p', 'u', 'x')) AS of_constraint
			FROM pg_catalog.pg_index i
			JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
			JOIN pg_catalog.pg_am m ON m.oid = x.relam
			CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(num, pos)
			LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.num AND k.num <> 0
			LEFT JOIN pg_catalog.pg_attribute p ON p.attrelid = i.indexrelid AND p.attnum = k.pos
			LEFT JOIN pg_catalog.pg_opclass c ON c.oid = i.indclass[(k.pos - 1)::int]
			LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = c.opcnamespace
			LEFT JOIN pg_catalog.pg_collation o ON o.oid = i.indcollation[(k.pos - 1)::int]
			WHERE i.indrelid = ANY (?::oid[]) AND (i.indisvalid OR x.relkind = 'I')
			ORDER BY i.indrelid, x.relname, k.pos""";

	private IndexReader() {
	}

	/**
	 * Read the indexes.
	 * @return those of constraints, by their identity
	 */
	static Map<Long, Found> read(Connection connection, ServerVersion version, Collection<Long> tables,
			TableParts parts) throws SQLException {
		String nulls = version.isAtLeast(15, 0) ? "i.indnullsnotdistinct" : "false";
		Map<Long, Found> indexes = new LinkedHashMap<>();
		new CatalogueQuery(QUERY.formatted(nulls)).ofTables(connection, tables, (row) -> {
			long oid = row.getLong("index_oid");
			Found found = indexes.get(oid);
			if (found == null) {
				found = found(row);
				indexes.put(oid, found);
			}
			return found.add(row);
		});
		indexes.values()
			.stream()
			.filter((found) -> !found.isOfConstraint())
			.forEach((found) -> parts.of(found.table()).indexes().add(found.index(parts)));
		indexes.values().removeIf((found) -> !found.isOfConstraint());
		return indexes;
	}

	private static Found found(ResultSet row) throws SQLException {
		Map<String, String> options = new LinkedHashMap<>();
		for (String option : CatalogueQuery.strings(row, "options")) {
			int separator = option.indexOf('=');
			options.put(option.substring(0, separator), option.substring(separator + 1));
		}
		String condition = row.getString("condition");
		return new Found(row.getLong("table_oid"), row.getString("relname"), row.getString("amname"),
				row.getBoolean("indisunique"), row.getBoolean("nulls_not_distinct"),
				(condition != null) ? ServerText.expression(condition) : null, options, row.getBoolean("of_constraint"),
				new ArrayList<>(), new ArrayList<>());
	}

	private static IndexPart part(ResultSet row) throws SQLException {
		String expression = row.getString("expression");
		String text = (expression != null) ? ServerText.expression(expression)
				: Objects.requireNonNull(row.getString("attname"));
		boolean isDescending = row.getBoolean("is_descending");
		boolean areNullsFirst = row.getBoolean("nulls_first");
		IndexPart.Nulls nulls = (areNullsFirst == isDescending) ? null
				: areNullsFirst ? IndexPart.Nulls.FIRST : IndexPart.Nulls.LAST;
		return new IndexPart(text, expression != null, isDescending, nulls, row.getString("collation"),
				row.getString("operator_class"), null);
	}

	/**
	 * An index.
	 *
	 * @param table the identity of its table
	 * @param name its name
	 * @param method its method
	 * @param isUnique whether the values occur once
	 * @param isNullsNotDistinct whether two nulls are duplicates
	 * @param where which rows are in it, or {@code null} for all
	 * @param options its settings
	 * @param isOfConstraint whether a constraint brought it
	 * @param parts its columns and expressions
	 * @param include further columns that it holds
	 */
	record Found(long table, String name, String method, boolean isUnique, boolean isNullsNotDistinct,
			@Nullable String where, Map<String, String> options, boolean isOfConstraint, List<IndexPart> parts,
			List<String> include) {

		private Found add(ResultSet row) throws SQLException {
			if (row.getBoolean("is_included")) {
				this.include.add(row.getString("attname"));
			}
			else {
				this.parts.add(part(row));
			}
			return this;
		}

		private Index index(TableParts all) {
			return new Index(this.name, all.of(this.table).name(), this.parts, this.isUnique, false,
					this.method.equals("btree") ? null : this.method, this.where, this.include, this.isNullsNotDistinct,
					this.options);
		}

	}

}
