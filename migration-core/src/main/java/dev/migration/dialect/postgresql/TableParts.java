package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.ServerVersion;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.ExclusionConstraint;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;
import dev.migration.schema.UniqueConstraint;

/**
 * What tables are made of, while it is read from the catalogue: with one query for each
 * kind of part, whether there are three tables or three hundred.
 */
final class TableParts {

	private final Map<Long, Parts> parts = new LinkedHashMap<>();

	private TableParts(Map<Long, QualifiedName> tables) {
		tables.forEach((oid, name) -> this.parts.put(oid, new Parts(name)));
	}

	/**
	 * Read the parts of some tables.
	 * @param connection the connection
	 * @param version the server
	 * @param tables the names of the tables by their identity in the catalogue
	 * @param search where names are looked for
	 * @param types reads the types of columns
	 */
	static TableParts read(Connection connection, ServerVersion version, Map<Long, QualifiedName> tables,
			SchemaSearch search, TypeReader types) throws SQLException {
		TableParts all = new TableParts(tables);
		Collection<Long> oids = tables.keySet();
		ColumnReader.read(connection, oids, types, all);
		Map<Long, IndexReader.Found> indexes = IndexReader.read(connection, version, oids, all);
		ConstraintReader.read(connection, oids, search, indexes, all);
		return all;
	}

	Parts of(long table) {
		Parts found = this.parts.get(table);
		if (found == null) {
			throw new IllegalArgumentException("The catalogue was not asked for table " + table);
		}
		return found;
	}

	Collection<Parts> all() {
		return this.parts.values();
	}

	/**
	 * The parts of a table.
	 */
	static final class Parts {

		private final QualifiedName name;

		private final List<Column> columns = new ArrayList<>();

		private final List<UniqueConstraint> uniqueConstraints = new ArrayList<>();

		private final List<ForeignKey> foreignKeys = new ArrayList<>();

		private final List<CheckConstraint> checkConstraints = new ArrayList<>();

		private final List<ExclusionConstraint> exclusionConstraints = new ArrayList<>();

		private final List<Index> indexes = new ArrayList<>();

		private @Nullable PrimaryKey primaryKey;

		private Parts(QualifiedName name) {
			this.name = name;
		}

		QualifiedName name() {
			return this.name;
		}

		List<Column> columns() {
			return this.columns;
		}

		List<UniqueConstraint> uniqueConstraints() {
			return this.uniqueConstraints;
		}

		List<ForeignKey> foreignKeys() {
			return this.foreignKeys;
		}

		List<CheckConstraint> checkConstraints() {
			return this.checkConstraints;
		}

		List<ExclusionConstraint> exclusionConstraints() {
			return this.exclusionConstraints;
		}

		List<Index> indexes() {
			return this.indexes;
		}

		void primaryKey(PrimaryKey key) {
			this.primaryKey = key;
		}

		Table table(@Nullable String comment) {
			return new Table(this.name, this.columns, this.primaryKey, this.uniqueConstraints, this.foreignKeys,
					this.checkConstraints, this.exclusionConstraints, comment, List.of());
		}

	}

}
