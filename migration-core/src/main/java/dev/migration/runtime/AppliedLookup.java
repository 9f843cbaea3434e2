package dev.migration.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migration.dialect.Lookup;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.ConstraintOperation;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.ConstraintKind;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;

/**
 * Looks whether an operation of one statement was carried out. A database does such a
 * statement as a whole or not at all, so that it is enough to look for its thing.
 */
final class AppliedLookup {

	private static final Log logger = LogFactory.getLog(AppliedLookup.class);

	private final Connection connection;

	private final Lookup lookup;

	AppliedLookup(Connection connection) {
		this.connection = connection;
		this.lookup = new Lookup(connection);
	}

	/**
	 * Look whether it was carried out.
	 * @param operation the operation
	 * @return whether it was, or empty if that cannot be told
	 */
	Optional<Boolean> isApplied(Operation operation) {
		if (operation instanceof TableOperation.CreateTable create) {
			return Optional.of(this.lookup.hasTable(create.table().name()));
		}
		if (operation instanceof TableOperation.DropTable drop) {
			return Optional.of(!this.lookup.hasTable(drop.table()));
		}
		if (operation instanceof TableOperation.RenameTable rename) {
			return Optional.of(!this.lookup.hasTable(rename.table()));
		}
		if (operation instanceof ColumnOperation.AddColumn add) {
			return Optional.of(this.lookup.hasColumn(add.table(), add.column().name()));
		}
		if (operation instanceof ColumnOperation.DropColumn drop) {
			return Optional.of(!this.lookup.hasColumn(drop.table(), drop.column()));
		}
		if (operation instanceof IndexOperation.CreateIndex create) {
			return Optional.of(this.lookup.hasIndex(create.index().table(), create.name()));
		}
		if (operation instanceof IndexOperation.DropIndex drop) {
			return (drop.table() != null) ? Optional.of(!this.lookup.hasIndex(drop.table(), drop.name()))
					: Optional.empty();
		}
		if (operation instanceof ConstraintOperation.CreateConstraint create
				&& !(create.constraint() instanceof PrimaryKey)) {
			return hasConstraint(create.table(), create.constraint().name());
		}
		if (operation instanceof ConstraintOperation.DropConstraint drop && drop.kind() != ConstraintKind.PRIMARY_KEY) {
			return hasConstraint(drop.table(), drop.name()).map((there) -> !there);
		}
		return Optional.empty();
	}

	private Optional<Boolean> hasConstraint(QualifiedName table, @Nullable String name) {
		String sql = "SELECT 1 FROM information_schema.table_constraints WHERE lower(table_schema) = lower(?)"
				+ " AND lower(table_name) = lower(?) AND lower(constraint_name) = lower(?)";
		try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
			statement.setString(1, schema(table));
			statement.setString(2, table.name());
			statement.setString(3, name);
			try (ResultSet row = statement.executeQuery()) {
				return Optional.of(row.next());
			}
		}
		catch (SQLException ex) {
			logger.debug("The constraints of " + table + " cannot be read", ex);
			return Optional.empty();
		}
	}

	private @Nullable String schema(QualifiedName table) throws SQLException {
		if (table.schema() != null) {
			return table.schema();
		}
		String schema = this.connection.getSchema();
		return (schema != null) ? schema : this.connection.getCatalog();
	}

}
