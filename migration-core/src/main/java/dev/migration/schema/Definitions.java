package dev.migration.schema;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Columns, constraints, indexes and defaults, for static import.
 */
public final class Definitions {

	private Definitions() {
	}

	/**
	 * A column: nullable and without a default unless it says otherwise.
	 * @param name the name
	 * @param type the type, from {@link Types}
	 * @return the column
	 */
	public static Column column(String name, Type type) {
		return new Column(name, type);
	}

	/**
	 * How the database numbers a column: it numbers the rows that come without a number.
	 * @return the identity
	 */
	public static Identity byDefault() {
		return Identity.BY_DEFAULT;
	}

	/**
	 * How the database numbers a column: it numbers every row.
	 * @return the identity
	 */
	public static Identity always() {
		return Identity.ALWAYS;
	}

	/**
	 * The expression of a computed column whose value is stored.
	 * @param expression the expression, as SQL
	 * @return the expression
	 */
	public static Computed stored(String expression) {
		return new Computed(expression, true);
	}

	/**
	 * The expression of a computed column whose value is computed when it is read.
	 * @param expression the expression, as SQL
	 * @return the expression
	 */
	public static Computed virtual(String expression) {
		return new Computed(expression, false);
	}

	/**
	 * A table, for the operations that take one.
	 * @param name the name
	 * @param elements the columns, constraints and the rest, in any order
	 * @return the table
	 */
	public static Table table(String name, TableElement... elements) {
		return Table.of(name, List.of(elements));
	}

	/**
	 * The comment of a table, among its elements.
	 * @param text the comment
	 * @return the comment
	 */
	public static TableComment comment(String text) {
		return new TableComment(text);
	}

	/**
	 * What one database is told behind the columns of a table, such as
	 * {@code ENGINE = InnoDB}, {@code WITHOUT ROWID} or {@code PARTITION BY …}.
	 * @param dialect the id of the dialect that it is for
	 * @param sql the SQL, rendered as it is
	 * @return the option
	 */
	public static TableOption option(String dialect, String sql) {
		return new TableOption(dialect, sql, false);
	}

	/**
	 * What one database is told before the word {@code TABLE}, such as {@code UNLOGGED}.
	 * @param dialect the id of the dialect that it is for
	 * @param sql the SQL, rendered as it is
	 * @return the option
	 */
	public static TableOption prefix(String dialect, String sql) {
		return new TableOption(dialect, sql, true);
	}

	/**
	 * The primary key.
	 * @param columns the columns, in the order of the key
	 * @return the key
	 */
	public static PrimaryKey primaryKey(String... columns) {
		return new PrimaryKey(null, List.of(columns));
	}

	/**
	 * A unique constraint, to be followed by
	 * {@link UniqueConstraint.Begun#on(String...)}.
	 * @param name the name of the constraint
	 * @return the constraint
	 */
	public static UniqueConstraint.Begun unique(String name) {
		return new UniqueConstraint.Begun(name);
	}

	/**
	 * A unique constraint that the naming convention names, to be followed by
	 * {@link UniqueConstraint.Begun#on(String...)}.
	 * @return the constraint
	 */
	public static UniqueConstraint.Begun unique() {
		return new UniqueConstraint.Begun(null);
	}

	/**
	 * A foreign key, to be followed by {@link ForeignKey.Begun#on(String...)} and
	 * {@link ForeignKey.Pointing#references(String, String...)}.
	 * @param name the name of the constraint
	 * @return the key
	 */
	public static ForeignKey.Begun foreignKey(String name) {
		return new ForeignKey.Begun(name);
	}

	/**
	 * A foreign key that the naming convention names, to be followed by
	 * {@link ForeignKey.Begun#on(String...)} and
	 * {@link ForeignKey.Pointing#references(String, String...)}.
	 * @return the key
	 */
	public static ForeignKey.Begun foreignKey() {
		return new ForeignKey.Begun(null);
	}

	/**
	 * A check constraint.
	 * @param name the name of the constraint
	 * @param condition the condition, as SQL
	 * @return the constraint
	 */
	public static CheckConstraint check(String name, String condition) {
		return new CheckConstraint(name, condition);
	}

	/**
	 * A check constraint that the naming convention names.
	 * @param condition the condition, as SQL
	 * @return the constraint
	 */
	public static CheckConstraint check(String condition) {
		return new CheckConstraint(null, condition);
	}

	/**
	 * An exclusion constraint, to be followed by
	 * {@link ExclusionConstraint#with(String, String)}.
	 * @param name the name of the constraint
	 * @return the constraint
	 */
	public static ExclusionConstraint exclude(String name) {
		return new ExclusionConstraint(name, "gist", List.of(), null, null);
	}

	/**
	 * An exclusion constraint that the naming convention names, to be followed by
	 * {@link ExclusionConstraint#with(String, String)}.
	 * @return the constraint
	 */
	public static ExclusionConstraint exclude() {
		return new ExclusionConstraint(null, "gist", List.of(), null, null);
	}

	/**
	 * An index, to be followed by {@link Index.Begun#on(String, String...)}.
	 * @param name the name
	 * @return the index
	 */
	public static Index.Begun index(String name) {
		return new Index.Begun(name);
	}

	/**
	 * An index that the naming convention names, to be followed by
	 * {@link Index.Begun#on(String, String...)}.
	 * @return the index
	 */
	public static Index.Begun index() {
		return new Index.Begun(null);
	}

	/**
	 * A column in an index, where more is to be said than its name.
	 * @param column the column
	 * @return the part of the index
	 */
	public static IndexPart by(String column) {
		return IndexPart.ofColumn(column);
	}

	/**
	 * An expression in an index.
	 * @param expression the expression, as SQL
	 * @return the part of the index
	 */
	public static IndexPart byExpression(String expression) {
		return IndexPart.ofExpression(expression);
	}

	/**
	 * A sequence that counts 1, 2, 3 unless it says otherwise.
	 * @param name the name
	 * @return the sequence
	 */
	public static Sequence sequence(String name) {
		return new Sequence(QualifiedName.of(name), SequenceOptions.DEFAULTS);
	}

	/**
	 * A view.
	 * @param name the name
	 * @param query what it shows, as SQL
	 * @return the view
	 */
	public static View view(String name, String query) {
		return new View(QualifiedName.of(name), sql(query), false);
	}

	/**
	 * A trigger.
	 * @param name the name
	 * @param table the table
	 * @param definition the statements that create it, with that name
	 * @return the trigger
	 */
	public static Trigger trigger(String name, String table, String definition) {
		return new Trigger(name, QualifiedName.of(table), sql(definition));
	}

	/**
	 * An enum type.
	 * @param name the name of the type
	 * @param values the values, in their order
	 * @return the enum type
	 */
	public static EnumType enumType(String name, String... values) {
		return new EnumType(QualifiedName.of(name), List.of(values));
	}

	private static SqlText sql(String text) {
		return new SqlText(text, Map.of());
	}

	/**
	 * A constant as a default.
	 * @param value the value: a string, number, boolean, time, UUID, byte array, enum or
	 * {@code null}
	 * @return the default
	 */
	public static ServerDefault literal(@Nullable Object value) {
		return new ServerDefault.Literal(value);
	}

	/**
	 * An SQL expression as a default.
	 * @param sql the SQL, rendered as it is
	 * @return the default
	 */
	public static ServerDefault expression(String sql) {
		return new ServerDefault.Expression(sql);
	}

	/**
	 * The time of the insert as a default.
	 * @return the default
	 */
	public static ServerDefault currentTimestamp() {
		return new ServerDefault.CurrentTimestamp();
	}

}
