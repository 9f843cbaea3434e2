package dev.migration.dialect.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.migration.DatabaseAccessException;
import dev.migration.dialect.EnumTypeRenderer;
import dev.migration.dialect.StandardRenderer;
import dev.migration.operation.EnumTypeOperation;
import dev.migration.schema.EnumTypeChange.UsedBy;

/**
 * Renders operations on enum types for H2.
 */
final class H2EnumTypes extends EnumTypeRenderer {

	private static final String DEFAULT = "SELECT column_default FROM information_schema.columns"
			+ " WHERE table_schema = COALESCE(?, CURRENT_SCHEMA) AND table_name = ? AND column_name = ?";

	H2EnumTypes(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	protected @Nullable String existingDefault(EnumTypeOperation.AlterEnumType operation, UsedBy use) {
		Connection connection = context().connection();
		if (connection == null) {
			return null;
		}
		try (PreparedStatement statement = connection.prepareStatement(DEFAULT)) {
			statement.setString(1, (use.table().schema() != null) ? stored(use.table().schema()) : null);
			statement.setString(2, stored(use.table().name()));
			statement.setString(3, stored(use.column()));
			try (ResultSet row = statement.executeQuery()) {
				return row.next() ? row.getString(1) : null;
			}
		}
		catch (SQLException ex) {
			throw new DatabaseAccessException("The catalogue cannot be read to " + operation.describe(), ex);
		}
	}

	/**
	 * A name that is not quoted is stored in upper case.
	 */
	private String stored(String name) {
		return quote(name).equals(name) ? name.toUpperCase(Locale.ROOT) : name;
	}

}
