package dev.migration.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.Column;
import dev.migration.schema.ColumnName;
import dev.migration.schema.QualifiedName;

/**
 * Takes part in the comparison of the target schema with the inspected one. As a bean it
 * is found by itself. Several are asked in their order; the first that has an opinion is
 * heard.
 */
public interface ComparisonHook {

	/**
	 * Return whether a table is compared at all.
	 * @param table its name
	 * @param isTarget whether the application asks for it, so that it would be created or
	 * altered, and not dropped
	 * @return whether it is, or {@code null} for no opinion
	 */
	default @Nullable Boolean includesTable(QualifiedName table, boolean isTarget) {
		return null;
	}

	/**
	 * Return whether a part of a table, a sequence or an enum type is compared.
	 * @param kind what it is
	 * @param owner the table, or the sequence or enum type itself
	 * @param name its name in the table, or {@code null} if it has none
	 * @return whether it is, or {@code null} for no opinion
	 */
	default @Nullable Boolean includesObject(ObjectKind kind, QualifiedName owner, @Nullable String name) {
		return null;
	}

	/**
	 * Return whether a column must get another type.
	 * @param column its name
	 * @param inspected the column as it is
	 * @param target the column as it should be, in the words of the server
	 * @return whether it must, or {@code null} for no opinion
	 */
	default @Nullable Boolean typesDiffer(ColumnName column, Column inspected, Column target) {
		return null;
	}

	/**
	 * Return whether a column must get another default.
	 * @param column its name
	 * @param inspected the column as it is
	 * @param target the column as it should be, in the words of the server
	 * @return whether it must, or {@code null} for no opinion
	 */
	default @Nullable Boolean defaultsDiffer(ColumnName column, Column inspected, Column target) {
		return null;
	}

	/**
	 * Find further changes, for what this comparison knows nothing of, such as a grant.
	 * Only reads.
	 * @param connection the connection to the database
	 * @return the changes, to come behind all others
	 * @throws SQLException if the database cannot be read
	 */
	default List<ProposedChange> compare(Connection connection) throws SQLException {
		return List.of();
	}

	/**
	 * Replace what was found. Every hook gets what the one before it returned.
	 * @param changes the changes, in their order
	 * @return what is proposed instead
	 */
	default List<ProposedChange> rewrite(List<ProposedChange> changes) {
		return changes;
	}

	/**
	 * What is compared besides tables.
	 */
	enum ObjectKind {

		/** A column. */
		COLUMN,

		/** An index. */
		INDEX,

		/** A primary key. */
		PRIMARY_KEY,

		/** A unique constraint. */
		UNIQUE_CONSTRAINT,

		/** A foreign key. */
		FOREIGN_KEY,

		/** A check constraint. */
		CHECK_CONSTRAINT,

		/** An exclusion constraint. */
		EXCLUSION_CONSTRAINT,

		/** A sequence that belongs to no column. */
		SEQUENCE,

		/** An enum type that exists by itself. */
		ENUM_TYPE

	}

}
