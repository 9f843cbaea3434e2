package dev.migration.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.Computed;
import dev.migration.schema.Constraint;
import dev.migration.schema.Deferral;
import dev.migration.schema.EnumType;
import dev.migration.schema.ExclusionConstraint;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Identity;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.SequenceOptions;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Table;
import dev.migration.schema.Type;
import dev.migration.schema.UniqueConstraint;

/**
 * Writes what tables are made of: types, defaults, columns and constraints.
 */
public abstract class DefinitionRenderer {

	private final StandardRenderer renderer;

	/**
	 * Create a new renderer.
	 * @param renderer the renderer of all topics
	 */
	protected DefinitionRenderer(StandardRenderer renderer) {
		this.renderer = renderer;
	}

	/**
	 * Return the renderer of all topics.
	 * @return the renderer
	 */
	protected final StandardRenderer renderer() {
		return this.renderer;
	}

	/**
	 * Return the SQL of a type.
	 * @param type the type
	 * @return the SQL
	 */
	public final String type(Type type) {
		Type own = type.forDialect(this.renderer.dialect().id());
		if (own instanceof Type.Verbatim verbatim) {
			return verbatim.sql();
		}
		if (own instanceof Type.Array array) {
			return arrayType(array);
		}
		if (own instanceof Type.Enumeration enumeration) {
			return enumType(enumeration.enumType());
		}
		return genericType((Type.Generic) own);
	}

	/**
	 * Return the SQL of a generic type, as Hibernate's dialect of the database has it.
	 * @param type the type
	 * @return the SQL
	 */
	protected abstract String genericType(Type.Generic type);

	/**
	 * Return the SQL of an array type, as Hibernate's dialect of the database has it.
	 * @param type the type
	 * @return the SQL
	 */
	protected abstract String arrayType(Type.Array type);

	/**
	 * Return the SQL of an enum type, as Hibernate's dialect of the database has it.
	 * @param type the type
	 * @return the SQL; where there are no enum types, a string, and
	 * {@link #enumCheck(QualifiedName, Column)} keeps its values
	 */
	protected String enumType(EnumType type) {
		return "varchar(255)";
	}

	/**
	 * Return the constraint that keeps the values of an enum type where the database has
	 * no such types.
	 * @param table the table
	 * @param column the column
	 * @return the constraint, or {@code null} if the column is not of such a type, or the
	 * database keeps the values by itself
	 */
	public @Nullable CheckConstraint enumCheck(QualifiedName table, Column column) {
		Type own = column.type().forDialect(this.renderer.dialect().id());
		if (!(own instanceof Type.Enumeration enumeration)) {
			return null;
		}
		String values = enumeration.enumType()
			.values()
			.stream()
			.map((value) -> this.renderer.dialect().literal(value))
			.collect(Collectors.joining(", "));
		return new CheckConstraint(NamingConvention.derived("ck", table, column.name()),
				this.renderer.quote(column.name()) + " IN (" + values + ")");
	}

	/**
	 * Return the definition of a column in {@code CREATE TABLE} and {@code ADD COLUMN}.
	 * @param column the column
	 * @param table the table it is in; when it is added, a table of this column only
	 * @return the SQL
	 */
	public String column(Column column, Table table) {
		StringBuilder sql = new StringBuilder(this.renderer.quote(column.name())).append(' ')
			.append(type(column.type()));
		if (column.collation() != null) {
			sql.append(" COLLATE ").append(collation(column.collation()));
		}
		if (column.identityOptions() != null) {
			sql.append(' ').append(identity(column.identityOptions()));
		}
		if (column.computed() != null) {
			sql.append(' ').append(computed(column, table.name(), column.computed()));
		}
		if (column.serverDefault() != null) {
			sql.append(" DEFAULT ").append(serverDefault(column.serverDefault()));
		}
		if (!column.nullable()) {
			sql.append(" NOT NULL");
		}
		CheckConstraint enumCheck = enumCheck(table.name(), column);
		if (enumCheck != null) {
			sql.append(' ').append(constraint(enumCheck));
		}
		return sql.toString();
	}

	/**
	 * Return the SQL of a collation.
	 * @param collation the name of the collation
	 * @return the SQL
	 */
	public String collation(String collation) {
		return this.renderer.quote(collation);
	}

	/**
	 * Return the SQL of an identity.
	 * @param identity how the column is numbered
	 * @return the SQL
	 */
	public String identity(Identity identity) {
		String options = sequenceOptions(identity.options());
		return "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
				+ (options.isEmpty() ? "" : " (" + options + ")");
	}

	/**
	 * Return the SQL of how a sequence counts.
	 * @param options the options
	 * @return the SQL, empty if all is left to the database
	 */
	public String sequenceOptions(SequenceOptions options) {
		List<String> words = new ArrayList<>();
		addOption(words, "START WITH ", options.start());
		addOption(words, "INCREMENT BY ", options.increment());
		addOption(words, "MINVALUE ", options.minValue());
		addOption(words, "MAXVALUE ", options.maxValue());
		addOption(words, "CACHE ", options.cache());
		if (options.cycle() != null) {
			words.add(options.cycle() ? "CYCLE" : "NO CYCLE");
		}
		return String.join(" ", words);
	}

	private static void addOption(List<String> words, String option, @Nullable Long value) {
		if (value != null) {
			words.add(option + value);
		}
	}

	/**
	 * Return the SQL of a computed column.
	 * @param column the column
	 * @param table its table
	 * @param computed the expression
	 * @return the SQL
	 */
	protected String computed(Column column, QualifiedName table, Computed computed) {
		return "GENERATED ALWAYS AS (" + computed.expression() + ")" + (computed.isStored() ? " STORED" : " VIRTUAL");
	}

	/**
	 * Return the SQL of a default.
	 * @param value the default
	 * @return the SQL
	 */
	public final String serverDefault(ServerDefault value) {
		if (value instanceof ServerDefault.Literal literal) {
			return this.renderer.dialect().literal(literal.value());
		}
		if (value instanceof ServerDefault.Expression expression) {
			return expression(expression.sql());
		}
		return currentTimestamp();
	}

	/**
	 * Return the SQL of an expression where a default stands.
	 * @param sql the expression
	 * @return the SQL
	 */
	protected String expression(String sql) {
		return sql;
	}

	/**
	 * Return the SQL of the current time where a default stands.
	 * @return the SQL
	 */
	protected String currentTimestamp() {
		return "CURRENT_TIMESTAMP";
	}

	/**
	 * Return the definition of a constraint of a table, so that a foreign key finds the
	 * table it points at.
	 * @param constraint the constraint
	 * @param table its table
	 * @return the SQL
	 */
	public final String constraint(Constraint constraint, QualifiedName table) {
		boolean leavesSchema = constraint instanceof ForeignKey key && key.referencedTable().schema() == null
				&& table.schema() != null;
		return constraint(leavesSchema ? fromAnotherSchema((ForeignKey) constraint) : constraint);
	}

	/**
	 * Return a foreign key of a table that is not in the default schema, to one that is.
	 * @param key the key, which does not name the schema
	 * @return the key as this database finds the table: by its name alone, unless it
	 * would look for it in the schema of the other
	 */
	protected ForeignKey fromAnotherSchema(ForeignKey key) {
		return key;
	}

	/**
	 * Return the definition of a constraint.
	 * @param constraint the constraint
	 * @return the SQL
	 */
	public final String constraint(Constraint constraint) {
		return named(constraint.name()) + body(constraint);
	}

	private String body(Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			return "PRIMARY KEY " + this.renderer.list(key.columns()) + deferral(key.deferral());
		}
		if (constraint instanceof UniqueConstraint unique) {
			return unique(unique);
		}
		if (constraint instanceof ForeignKey key) {
			return foreignKey(key);
		}
		if (constraint instanceof CheckConstraint check) {
			return "CHECK (" + check.condition() + ")";
		}
		return exclusion((ExclusionConstraint) constraint);
	}

	/**
	 * Return the words that give a constraint its name.
	 * @param constraint the name, or {@code null}
	 * @return the words with a space behind them, or nothing
	 */
	protected final String named(@Nullable String constraint) {
		return (constraint != null) ? "CONSTRAINT " + this.renderer.quote(constraint) + " " : "";
	}

	/**
	 * Return the definition of a unique constraint, without its name.
	 * @param unique the constraint
	 * @return the SQL
	 */
	protected String unique(UniqueConstraint unique) {
		if (unique.isNullsNotDistinct()) {
			throw this.renderer.unsupported("create " + unique.describe(),
					"nulls are always distinct in its unique constraints",
					"Leave out nullsNotDistinct(), or make the columns not null.");
		}
		return "UNIQUE " + this.renderer.list(unique.columns()) + deferral(unique.deferral());
	}

	/**
	 * Return the definition of a foreign key, without its name.
	 * @param key the key
	 * @return the SQL
	 */
	protected String foreignKey(ForeignKey key) {
		StringBuilder sql = new StringBuilder("FOREIGN KEY ").append(this.renderer.list(key.columns()))
			.append(" REFERENCES ")
			.append(this.renderer.quote(key.referencedTable()))
			.append(' ')
			.append(this.renderer.list(key.referencedColumns()));
		if (key.match() != null) {
			sql.append(" MATCH ").append(key.match());
		}
		if (key.onDelete() != null) {
			sql.append(" ON DELETE ").append(key.onDelete().sql());
		}
		if (key.onUpdate() != null) {
			sql.append(" ON UPDATE ").append(key.onUpdate().sql());
		}
		return sql.append(deferral(key.deferral())).toString();
	}

	/**
	 * Return the definition of an exclusion constraint, without its name.
	 * @param exclusion the constraint
	 * @return the SQL
	 */
	protected String exclusion(ExclusionConstraint exclusion) {
		throw this.renderer.unsupported("create " + exclusion.describe(), "only PostgreSQL has exclusion constraints",
				"Create it only if op.dialect() is postgresql, or use a trigger.");
	}

	/**
	 * Return the words for when a constraint is checked.
	 * @param deferral when, or {@code null} at once
	 * @return the words with a space before them, or nothing
	 */
	protected String deferral(@Nullable Deferral deferral) {
		return (deferral != null) ? " " + deferral.sql() : "";
	}

}
