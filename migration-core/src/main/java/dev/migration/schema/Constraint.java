package dev.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * What a table demands of its rows. Without a name it gets one by the
 * {@link NamingConvention}.
 */
public sealed interface Constraint extends TableElement
		permits PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint, ExclusionConstraint {

	/**
	 * Return the name.
	 * @return the name, or {@code null} if the naming convention, or else the database,
	 * chooses it
	 */
	@Nullable String name();

	/**
	 * Return what kind of constraint this is.
	 * @return the kind
	 */
	ConstraintKind kind();

	/**
	 * Return this constraint with a name.
	 * @param name the name
	 * @return the constraint
	 */
	Constraint named(String name);

	/**
	 * Return this constraint with the tables it names being in a schema, unless they are
	 * in one already.
	 * @param schema the schema, or {@code null} to leave it as it is
	 * @return the constraint
	 */
	default Constraint in(@Nullable String schema) {
		return this;
	}

	/**
	 * Return the constraint in words, for errors.
	 * @return for example {@code foreign key 'fk_team_hackathon'}
	 */
	default String describe() {
		return (name() != null) ? kind().words() + " '" + name() + "'" : kind().words();
	}

}
