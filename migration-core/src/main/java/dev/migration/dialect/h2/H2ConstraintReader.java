package dev.migration.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.h2.H2KeyColumns.Key;
import dev.migration.dialect.h2.H2KeyColumns.KeyColumn;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Constraint;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ReferentialAction;
import dev.migration.schema.UniqueConstraint;

/**
 * Reads the constraints of tables. The views of the information schema have no index, so
 * that they are read one by one and joined here.
 */
final class H2ConstraintReader {

	private static final H2Query FOREIGN_KEYS = new H2Query("SELECT constraint_schema, constraint_name,"
			+ " unique_constraint_schema, unique_constraint_name, update_rule, delete_rule"
			+ " FROM information_schema.referential_constraints WHERE ARRAY_CONTAINS(?, constraint_schema)");

	private static final H2Query CHECKS = new H2Query("SELECT constraint_schema, constraint_name, check_clause"
			+ " FROM information_schema.check_constraints WHERE ARRAY_CONTAINS(?, constraint_schema)");

	private static final String CONSTRAINTS = "SELECT constraint_schema, constraint_name, constraint_type, table_schema,"
			+ " table_name, %s AS nulls FROM information_schema.table_constraints"
			+ " WHERE ARRAY_CONTAINS(?, table_schema) ORDER BY constraint_schema, constraint_name";

	private final H2Names names;

	private final Map<Key, List<KeyColumn>> columns;

	private final Map<Key, Reference> references = new LinkedHashMap<>();

	private final Map<Key, String> conditions = new LinkedHashMap<>();

	private final Map<QualifiedName, List<Constraint>> constraints = new LinkedHashMap<>();

	private H2ConstraintReader(H2Names names, Map<Key, List<KeyColumn>> columns) {
		this.names = names;
		this.columns = columns;
	}

	static Map<QualifiedName, List<Constraint>> read(Connection connection, Collection<String> schemas, H2Names names)
			throws SQLException {
		H2ConstraintReader reader = new H2ConstraintReader(names, H2KeyColumns.read(connection, schemas, names));
		FOREIGN_KEYS.forEach(connection, schemas, reader::reference);
		CHECKS.forEach(connection, schemas,
				(row) -> reader.conditions.put(Key.read(row, "constraint"), row.getString("check_clause")));
		String nulls = H2Version.knowsNullsNotDistinct(connection) ? "nulls_distinct" : "'YES'";
		new H2Query(CONSTRAINTS.formatted(nulls)).forEach(connection, schemas, reader::constraint);
		return reader.constraints;
	}

	private void reference(ResultSet row) throws SQLException {
		this.references.put(Key.read(row, "constraint"), new Reference(Key.read(row, "unique_constraint"),
				action(row.getString("delete_rule")), action(row.getString("update_rule"))));
	}

	private static @Nullable ReferentialAction action(String rule) {
		return rule.equals("NO ACTION") ? null : ReferentialAction.valueOf(rule.replace(' ', '_'));
	}

	private void constraint(ResultSet row) throws SQLException {
		Key key = Key.read(row, "constraint");
		String name = this.names.meant(key.name());
		List<KeyColumn> keyColumns = this.columns.getOrDefault(key, List.of());
		List<String> columnNames = keyColumns.stream().map(KeyColumn::name).toList();
		Constraint constraint = switch (row.getString("constraint_type")) {
			case "PRIMARY KEY" -> new PrimaryKey(name, columnNames);
			case "UNIQUE" ->
				new UniqueConstraint(name, columnNames, null, !"YES".equals(row.getString("nulls")), List.of());
			case "FOREIGN KEY" -> foreignKey(name, keyColumns, Objects.requireNonNull(this.references.get(key)));
			default -> new CheckConstraint(name, Objects.requireNonNull(this.conditions.get(key)));
		};
		QualifiedName table = this.names.name(row.getString("table_schema"), row.getString("table_name"));
		this.constraints.computeIfAbsent(table, (each) -> new ArrayList<>()).add(constraint);
	}

	private ForeignKey foreignKey(String name, List<KeyColumn> keyColumns, Reference reference) {
		List<KeyColumn> referenced = Objects.requireNonNull(this.columns.get(reference.key()));
		return new ForeignKey(name, keyColumns.stream().map(KeyColumn::name).toList(), referenced.get(0).table(),
				keyColumns.stream().map((column) -> referenced.get(column.position() - 1).name()).toList(),
				reference.onDelete(), reference.onUpdate(), null, null, false);
	}

	/**
	 * Where a foreign key points.
	 *
	 * @param key the key that it points at
	 * @param onDelete what happens on delete
	 * @param onUpdate what happens on update
	 */
	private record Reference(Key key, @Nullable ReferentialAction onDelete, @Nullable ReferentialAction onUpdate) {
	}

}
