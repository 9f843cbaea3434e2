package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Constraint;
import dev.migration.schema.Deferral;
import dev.migration.schema.ExclusionConstraint;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ReferentialAction;
import dev.migration.schema.UniqueConstraint;

/**
 * Reads the constraints of tables. That a column takes no null is said by the column,
 * although PostgreSQL 18 has a constraint for it.
 */
final class ConstraintReader {

	private static final CatalogueQuery QUERY = new CatalogueQuery("""
			SELECT c.conrelid::bigint AS table_oid, c.conname, c.contype::text AS kind, c.condeferrable, c.condeferred,
				c.convalidated, c.confdeltype::text AS on_delete, c.confupdtype::text AS on_update,
				c.confmatchtype::text AS match, c.conindid::bigint AS index_oid,
				n.nspname AS referenced_schema, r.relname AS referenced_table,
				ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY AS k(num, pos)
					JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.num
					ORDER BY k.pos) AS columns,
				ARRAY(SELECT a.attname::text FROM unnest(c.confkey) WITH ORDINALITY AS k(num, pos)
					JOIN pg_catalog.pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.num
					ORDER BY k.pos) AS referenced_columns,
				ARRAY(SELECT CASE WHEN pg_operator_is_visible(o.oid) THEN o.oprname
						ELSE 'OPERATOR(' || quote_ident(s.nspname) || '.' || o.oprname || ')' END
					FROM unnest(c.conexclop) WITH ORDINALITY AS k(num, pos)
					JOIN pg_catalog.pg_operator o ON o.oid = k.num
					JOIN pg_catalog.pg_namespace s ON s.oid = o.oprnamespace
					ORDER BY k.pos)::text[] AS operators,
				CASE WHEN c.contype = 'c' THEN pg_get_expr(c.conbin, c.conrelid) END AS condition
			FROM pg_catalog.pg_constraint c
			LEFT JOIN pg_catalog.pg_class r ON r.oid = c.confrelid
			LEFT JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
			WHERE c.conrelid = ANY (?::oid[]) AND c.contype IN ('p', 'u', 'f', 'c', 'x') AND c.conparentid = 0
			ORDER BY c.conrelid, c.conname""");

	private final SchemaSearch search;

	private final Map<Long, IndexReader.Found> indexes;

	private ConstraintReader(SchemaSearch search, Map<Long, IndexReader.Found> indexes) {
		this.search = search;
		this.indexes = indexes;
	}

	static void read(Connection connection, Collection<Long> tables, SchemaSearch search,
			Map<Long, IndexReader.Found> indexes, TableParts parts) throws SQLException {
		ConstraintReader reader = new ConstraintReader(search, indexes);
		List<Found> constraints = QUERY.ofTables(connection, tables,
				(row) -> new Found(row.getLong("table_oid"), reader.constraint(row)));
		constraints.forEach((found) -> add(parts.of(found.table()), found.constraint()));
	}

	private static void add(TableParts.Parts parts, Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			parts.primaryKey(key);
		}
		else if (constraint instanceof UniqueConstraint unique) {
			parts.uniqueConstraints().add(unique);
		}
		else if (constraint instanceof ForeignKey key) {
			parts.foreignKeys().add(key);
		}
		else if (constraint instanceof CheckConstraint check) {
			parts.checkConstraints().add(check);
		}
		else {
			parts.exclusionConstraints().add((ExclusionConstraint) constraint);
		}
	}

	private Constraint constraint(ResultSet row) throws SQLException {
		String name = row.getString("conname");
		List<String> columns = CatalogueQuery.strings(row, "columns");
		return switch (row.getString("kind")) {
			case "p" -> new PrimaryKey(name, columns, deferral(row));
			case "u" -> unique(row, name, columns);
			case "f" -> foreignKey(row, name, columns);
			case "c" ->
				new CheckConstraint(name, ServerText.expression(Objects.requireNonNull(row.getString("condition"))),
						!row.getBoolean("convalidated"));
			default -> exclusion(row, name);
		};
	}

	private UniqueConstraint unique(ResultSet row, String name, List<String> columns) throws SQLException {
		IndexReader.Found index = this.indexes.get(row.getLong("index_oid"));
		return new UniqueConstraint(name, columns, deferral(row), index != null && index.isNullsNotDistinct(),
				(index != null) ? index.include() : List.of());
	}

	private ForeignKey foreignKey(ResultSet row, String name, List<String> columns) throws SQLException {
		QualifiedName referenced = this.search.name(row.getString("referenced_schema"),
				row.getString("referenced_table"));
		ForeignKey.Match match = row.getString("match").equals("f") ? ForeignKey.Match.FULL : null;
		return new ForeignKey(name, columns, referenced, CatalogueQuery.strings(row, "referenced_columns"),
				action(row.getString("on_delete")), action(row.getString("on_update")), match, deferral(row),
				!row.getBoolean("convalidated"));
	}

	private static @Nullable ReferentialAction action(String code) {
		return switch (code) {
			case "r" -> ReferentialAction.RESTRICT;
			case "c" -> ReferentialAction.CASCADE;
			case "n" -> ReferentialAction.SET_NULL;
			case "d" -> ReferentialAction.SET_DEFAULT;
			default -> null;
		};
	}

	private ExclusionConstraint exclusion(ResultSet row, String name) throws SQLException {
		IndexReader.Found index = Objects.requireNonNull(this.indexes.get(row.getLong("index_oid")));
		List<String> operators = CatalogueQuery.strings(row, "operators");
		List<ExclusionConstraint.Part> parts = new ArrayList<>();
		for (int i = 0; i < operators.size(); i++) {
			parts.add(new ExclusionConstraint.Part(index.parts().get(i), operators.get(i)));
		}
		return new ExclusionConstraint(name, index.method(), parts, index.where(), deferral(row));
	}

	private static @Nullable Deferral deferral(ResultSet row) throws SQLException {
		if (!row.getBoolean("condeferrable")) {
			return null;
		}
		return row.getBoolean("condeferred") ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
	}

	/**
	 * A constraint of a table.
	 *
	 * @param table the identity of the table
	 * @param constraint the constraint
	 */
	private record Found(long table, Constraint constraint) {
	}

}
