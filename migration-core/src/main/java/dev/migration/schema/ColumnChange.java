package dev.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * How a column changes. What is not mentioned stays as it is.
 *
 * @param name the new name
 * @param type the new type
 * @param using the expression that makes the new values of the old ones, as SQL, if the
 * database must be told
 * @param nullability whether it takes null
 * @param serverDefault the new default
 * @param identity how the database numbers it
 * @param computed the new expression that it is computed from
 * @param collation the new collation
 * @param comment the new comment
 */
public record ColumnChange(Change<String> name, Change<Type> type, @Nullable String using, Change<Boolean> nullability,
		Change<ServerDefault> serverDefault, Change<Identity> identity, Change<Computed> computed,
		Change<String> collation, Change<String> comment) {

	/**
	 * Nothing changes.
	 */
	public static final ColumnChange NONE = new ColumnChange(Change.keep(), Change.keep(), null, Change.keep(),
			Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep());

	/**
	 * Return this change with another name.
	 * @param newName the name from now on
	 * @return the change
	 */
	public ColumnChange rename(String newName) {
		Names.require(newName, "column");
		return new ColumnChange(Change.to(newName), this.type, this.using, this.nullability, this.serverDefault,
				this.identity, this.computed, this.collation, this.comment);
	}

	/**
	 * Return this change with another type.
	 * @param newType the type, from {@link Types}
	 * @return the change
	 */
	public ColumnChange type(Type newType) {
		return new ColumnChange(this.name, Change.to(newType), this.using, this.nullability, this.serverDefault,
				this.identity, this.computed, this.collation, this.comment);
	}

	/**
	 * Return this change with the expression that makes the new values of the old ones.
	 * It only means something together with a type.
	 * @param expression the expression, as SQL
	 * @return the change
	 */
	public ColumnChange using(String expression) {
		return new ColumnChange(this.name, this.type, expression, this.nullability, this.serverDefault, this.identity,
				this.computed, this.collation, this.comment);
	}

	/**
	 * Return this change to a column without null. No row may have null.
	 * @return the change
	 */
	public ColumnChange notNull() {
		return nullability(Change.to(false));
	}

	/**
	 * Return this change to a column with null.
	 * @return the change
	 */
	public ColumnChange nullable() {
		return nullability(Change.to(true));
	}

	private ColumnChange nullability(Change<Boolean> value) {
		return new ColumnChange(this.name, this.type, this.using, value, this.serverDefault, this.identity,
				this.computed, this.collation, this.comment);
	}

	/**
	 * Return this change with a default for the rows to come.
	 * @param value the default
	 * @return the change
	 */
	public ColumnChange serverDefault(ServerDefault value) {
		return serverDefault(Change.to(value));
	}

	/**
	 * Return this change to a column without a default.
	 * @return the change
	 */
	public ColumnChange dropServerDefault() {
		return serverDefault(Change.to(null));
	}

	private ColumnChange serverDefault(Change<ServerDefault> value) {
		return new ColumnChange(this.name, this.type, this.using, this.nullability, value, this.identity, this.computed,
				this.collation, this.comment);
	}

	/**
	 * Return this change to a column that the database numbers.
	 * @param value how
	 * @return the change
	 */
	public ColumnChange identity(Identity value) {
		return identity(Change.to(value));
	}

	/**
	 * Return this change to a column that the database does not number.
	 * @return the change
	 */
	public ColumnChange dropIdentity() {
		return identity(Change.to(null));
	}

	private ColumnChange identity(Change<Identity> value) {
		return new ColumnChange(this.name, this.type, this.using, this.nullability, this.serverDefault, value,
				this.computed, this.collation, this.comment);
	}

	/**
	 * Return this change to a column that is computed otherwise.
	 * @param value the expression
	 * @return the change
	 */
	public ColumnChange computed(Computed value) {
		return computed(Change.to(value));
	}

	/**
	 * Return this change to a column that is no longer computed and keeps its values.
	 * @return the change
	 */
	public ColumnChange dropComputed() {
		return computed(Change.to(null));
	}

	private ColumnChange computed(Change<Computed> value) {
		return new ColumnChange(this.name, this.type, this.using, this.nullability, this.serverDefault, this.identity,
				value, this.collation, this.comment);
	}

	/**
	 * Return this change with another collation.
	 * @param value the name of the collation
	 * @return the change
	 */
	public ColumnChange collation(String value) {
		return collation(Change.to(value));
	}

	/**
	 * Return this change to the collation of the database.
	 * @return the change
	 */
	public ColumnChange dropCollation() {
		return collation(Change.to(null));
	}

	private ColumnChange collation(Change<String> value) {
		return new ColumnChange(this.name, this.type, this.using, this.nullability, this.serverDefault, this.identity,
				this.computed, value, this.comment);
	}

	/**
	 * Return this change with another comment.
	 * @param value the comment
	 * @return the change
	 */
	public ColumnChange comment(String value) {
		return comment(Change.to(value));
	}

	/**
	 * Return this change to a column without a comment.
	 * @return the change
	 */
	public ColumnChange dropComment() {
		return comment(Change.to(null));
	}

	private ColumnChange comment(Change<String> value) {
		return new ColumnChange(this.name, this.type, this.using, this.nullability, this.serverDefault, this.identity,
				this.computed, this.collation, value);
	}

	/**
	 * Return this change without a new name.
	 * @return the change
	 */
	public ColumnChange withoutRename() {
		return new ColumnChange(Change.keep(), this.type, this.using, this.nullability, this.serverDefault,
				this.identity, this.computed, this.collation, this.comment);
	}

	/**
	 * Return whether nothing changes.
	 * @return whether no aspect is mentioned
	 */
	public boolean isEmpty() {
		return !this.name.isMentioned() && withoutRename().isEmptyButForName();
	}

	/**
	 * Return whether at most the name changes.
	 * @return whether no other aspect is mentioned
	 */
	public boolean isEmptyButForName() {
		return !this.type.isMentioned() && !this.nullability.isMentioned() && !this.serverDefault.isMentioned()
				&& !this.identity.isMentioned() && !this.computed.isMentioned() && !this.collation.isMentioned()
				&& !this.comment.isMentioned();
	}

	/**
	 * Return a column after this change.
	 * @param column the column before it
	 * @return the column
	 */
	public Column applyTo(Column column) {
		String newName = this.name.applyTo(column.name());
		Type newType = this.type.applyTo(column.type());
		Boolean takesNull = this.nullability.applyTo(column.nullable());
		return new Column((newName != null) ? newName : column.name(), (newType != null) ? newType : column.type(),
				(takesNull != null) ? takesNull : column.nullable(), column.isPrimaryKey(),
				this.identity.applyTo(column.identityOptions()), this.serverDefault.applyTo(column.serverDefault()),
				this.computed.applyTo(column.computed()), this.collation.applyTo(column.collation()),
				this.comment.applyTo(column.comment()), column.constraints());
	}

	/**
	 * Return the change back.
	 * @param column the column before this change
	 * @return the change of the same aspects to what they were
	 */
	public ColumnChange backTo(Column column) {
		return new ColumnChange(this.name.backTo(column.name()), this.type.backTo(column.type()), null,
				this.nullability.backTo(column.nullable()), this.serverDefault.backTo(column.serverDefault()),
				this.identity.backTo(column.identityOptions()), this.computed.backTo(column.computed()),
				this.collation.backTo(column.collation()), this.comment.backTo(column.comment()));
	}

	/**
	 * Return this change with the type in a schema, unless it is in one already.
	 * @param schema the schema, or {@code null} to leave it as it is
	 * @return the change
	 */
	public ColumnChange in(@Nullable String schema) {
		Type newType = this.type.value();
		return (newType != null) ? type(newType.in(schema)) : this;
	}

}
