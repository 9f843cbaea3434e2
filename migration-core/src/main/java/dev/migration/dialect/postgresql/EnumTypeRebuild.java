package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.DatabaseAccessException;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.operation.EnumTypeOperation;
import dev.migration.schema.EnumType;
import dev.migration.schema.EnumTypeChange.Edit;
import dev.migration.schema.EnumTypeChange.UsedBy;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;

/**
 * Takes values out of an enum type, which PostgreSQL cannot: a new type takes the place
 * of the old one in every column, and the rows and defaults with it.
 */
final class EnumTypeRebuild {

	private static final String USERS = "SELECT n.nspname, c.relname, a.attname, a.atttypid = t.typarray,"
			+ " pg_get_expr(d.adbin, d.adrelid), n.nspname = ANY (current_schemas(false)) FROM pg_type t"
			+ " JOIN pg_attribute a ON a.atttypid IN (t.oid, t.typarray) AND NOT a.attisdropped"
			+ " JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')"
			+ " JOIN pg_namespace n ON n.oid = c.relnamespace"
			+ " LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
			+ " WHERE t.oid = to_regtype(?) AND NOT c.relispartition ORDER BY 1, 2, a.attnum";

	private final StandardRenderer renderer;

	private final EnumTypeOperation.AlterEnumType operation;

	private final EnumType result;

	private final Map<String, String> replacements;

	EnumTypeRebuild(StandardRenderer renderer, EnumTypeOperation.AlterEnumType operation) {
		this.renderer = renderer;
		this.operation = operation;
		this.result = operation.result();
		this.replacements = replacements(operation);
	}

	private static Map<String, String> replacements(EnumTypeOperation.AlterEnumType operation) {
		Map<String, String> replacements = new LinkedHashMap<>();
		for (Edit edit : operation.change().edits()) {
			if (edit instanceof Edit.Rename rename) {
				replace(replacements, rename.value(), rename.newValue());
			}
			else if (edit instanceof Edit.Remove remove && remove.replacement() != null) {
				replace(replacements, remove.value(), remove.replacement());
			}
		}
		return replacements;
	}

	private static void replace(Map<String, String> replacements, String from, String to) {
		replacements.replaceAll((value, target) -> target.equals(from) ? to : target);
		replacements.putIfAbsent(from, to);
	}

	List<SqlStatement> render() {
		List<Use> uses = uses();
		QualifiedName name = this.operation.type().name();
		QualifiedName old = name.sibling(NamingConvention.cut(name.name() + "_before"));
		List<SqlStatement> statements = new ArrayList<>();
		add(statements, "ALTER TYPE " + this.renderer.quote(name) + " RENAME TO " + this.renderer.quote(old.name()));
		statements
			.addAll(this.renderer.enumTypes().createEnumType(new EnumTypeOperation.CreateEnumType(this.result, false)));
		uses.forEach((use) -> change(statements, use));
		add(statements, "DROP TYPE " + this.renderer.quote(old));
		return statements;
	}

	private void change(List<SqlStatement> statements, Use use) {
		String alter = "ALTER TABLE " + this.renderer.quote(use.table()) + " ALTER COLUMN "
				+ this.renderer.quote(use.column()) + " ";
		if (use.expression() != null) {
			add(statements, alter + "DROP DEFAULT");
		}
		String type = this.renderer.quote(this.result.name()) + (use.isArray() ? "[]" : "");
		add(statements, alter + "TYPE " + type + " USING " + conversion(use) + "::" + type);
		if (use.expression() != null) {
			add(statements, alter + "SET DEFAULT " + newDefault(use.expression()));
		}
	}

	private String conversion(Use use) {
		String column = this.renderer.quote(use.column());
		if (use.isArray()) {
			String array = column + "::text[]";
			for (Map.Entry<String, String> replacement : this.replacements.entrySet()) {
				array = "array_replace(" + array + ", " + literal(replacement.getKey()) + ", "
						+ literal(replacement.getValue()) + ")";
			}
			return array;
		}
		if (this.replacements.isEmpty()) {
			return column + "::text";
		}
		StringBuilder sql = new StringBuilder("(CASE ").append(column).append("::text");
		this.replacements
			.forEach((from, to) -> sql.append(" WHEN ").append(literal(from)).append(" THEN ").append(literal(to)));
		return sql.append(" ELSE ").append(column).append("::text END)").toString();
	}

	private String newDefault(String expression) {
		for (Map.Entry<String, String> replacement : this.replacements.entrySet()) {
			String from = literal(replacement.getKey());
			if (expression.startsWith(from + "::")) {
				return literal(replacement.getValue()) + expression.substring(from.length());
			}
		}
		return expression;
	}

	private String literal(String value) {
		return this.renderer.dialect().literal(value);
	}

	private static void add(List<SqlStatement> statements, String sql) {
		statements.add(new SqlStatement(sql));
	}

	private List<Use> uses() {
		if (!this.renderer.context().isOnline() && !this.operation.change().columns().isEmpty()) {
			return this.operation.change().columns().stream().map(EnumTypeRebuild::use).toList();
		}
		Connection connection = this.renderer.context()
			.connection(this.operation, "it must know which columns have the type",
					"Name each of them with usedBy(table, column).");
		try (PreparedStatement statement = connection.prepareStatement(USERS)) {
			statement.setString(1, this.renderer.quote(this.operation.type().name()));
			List<Use> uses = new ArrayList<>();
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					String schema = row.getBoolean(6) ? null : row.getString(1);
					uses.add(new Use(new QualifiedName(schema, row.getString(2)), row.getString(3), row.getBoolean(4),
							row.getString(5)));
				}
			}
			return uses;
		}
		catch (SQLException ex) {
			throw new DatabaseAccessException("The catalogue cannot be read to " + this.operation.describe(), ex);
		}
	}

	private static Use use(UsedBy column) {
		return new Use(column.table(), column.column(), false, null);
	}

	/**
	 * A column that has the type.
	 *
	 * @param table its table
	 * @param column its name
	 * @param isArray whether it holds several values
	 * @param expression its default as SQL, if there is one
	 */
	private record Use(QualifiedName table, String column, boolean isArray, @Nullable String expression) {
	}

}
