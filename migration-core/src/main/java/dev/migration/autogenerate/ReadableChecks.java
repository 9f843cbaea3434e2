package dev.migration.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SchemaInspector;
import dev.migration.operation.ConstraintOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;

/**
 * Writes the checks that a revision creates from what was read as a person would have
 * written them. The server itself says whether it takes them for the same.
 */
final class ReadableChecks {

	private final Schema inspected;

	private final Map<QualifiedName, Map<CheckConstraint, CheckConstraint>> readable = new LinkedHashMap<>();

	private ReadableChecks(Schema inspected) {
		this.inspected = inspected;
	}

	/**
	 * Return changes with readable checks where some are dropped.
	 * @param changes the changes
	 * @param inspected the inspected schema, under the names that the changes use
	 * @param inspector says how a check is written
	 * @param connection a connection to the database, in auto-commit
	 * @param context the server
	 * @return the changes
	 */
	static List<ProposedChange> in(List<ProposedChange> changes, Schema inspected, SchemaInspector inspector,
			Connection connection, RenderContext context) {
		ReadableChecks checks = new ReadableChecks(inspected);
		changes.forEach((change) -> dropped(change.operation())
			.forEach((check) -> checks.suggest(table(change.operation()), check, inspector)));
		checks.ask(inspector, connection, context);
		return changes.stream()
			.map((change) -> new ProposedChange(checks.readable(change.operation()), change.detected(),
					change.remarks()))
			.toList();
	}

	/**
	 * Return a schema with readable checks.
	 * @param inspected the inspected schema
	 * @param inspector says how a check is written
	 * @param connection a connection to the database, in auto-commit
	 * @param context the server
	 * @return the schema
	 */
	static Schema in(Schema inspected, SchemaInspector inspector, Connection connection, RenderContext context) {
		ReadableChecks checks = new ReadableChecks(inspected);
		inspected.tables()
			.forEach((table) -> table.checkConstraints()
				.forEach((check) -> checks.suggest(table.name(), check, inspector)));
		checks.ask(inspector, connection, context);
		return new Schema(inspected.tables().stream().map(checks::readable).toList(), inspected.indexes(),
				inspected.sequences(), inspected.enumTypes(), inspected.schemas());
	}

	private void suggest(QualifiedName table, CheckConstraint check, SchemaInspector inspector) {
		String condition = inspector.readable(check.condition());
		if (!condition.equals(check.condition())) {
			this.readable.computeIfAbsent(table, (name) -> new LinkedHashMap<>())
				.put(check, new CheckConstraint(check.name(), condition, check.isNotValid()));
		}
	}

	private void ask(SchemaInspector inspector, Connection connection, RenderContext context) {
		if (this.readable.isEmpty()) {
			return;
		}
		try {
			keepWhatIsTheSame(inspector.canonical(connection, suggested(), context));
		}
		catch (SQLException | UnsupportedChangeException ex) {
			// The server does not take a suggestion, and what it says itself is right.
			this.readable.clear();
		}
	}

	private static Stream<CheckConstraint> dropped(Operation operation) {
		if (operation instanceof TableOperation.DropTable drop && drop.was() != null) {
			return drop.was().checkConstraints().stream();
		}
		return (operation instanceof ConstraintOperation.DropConstraint drop
				&& drop.was() instanceof CheckConstraint check) ? Stream.of(check) : Stream.of();
	}

	private static QualifiedName table(Operation operation) {
		return (operation instanceof TableOperation.DropTable drop) ? drop.table()
				: ((ConstraintOperation.DropConstraint) operation).table();
	}

	/**
	 * Nothing but the types of the columns decides how the server writes a check.
	 */
	private Schema suggested() {
		List<Table> tables = new ArrayList<>();
		this.readable.forEach((name, checks) -> {
			List<Column> columns = this.inspected.table(name)
				.orElseThrow()
				.columns()
				.stream()
				.map((column) -> new Column(column.name(), column.type()).collation(column.collation()))
				.toList();
			tables.add(new Table(name, columns, null, List.of(), List.of(), List.copyOf(checks.values()), List.of(),
					null, List.of()));
		});
		return new Schema(tables, List.of(), List.of(), this.inspected.enumTypes());
	}

	private void keepWhatIsTheSame(Schema canonical) {
		int table = 0;
		for (Map<CheckConstraint, CheckConstraint> checks : this.readable.values()) {
			List<CheckConstraint> read = canonical.tables().get(table++).checkConstraints();
			int check = 0;
			for (CheckConstraint original : List.copyOf(checks.keySet())) {
				if (!read.get(check++).condition().equals(original.condition())) {
					checks.remove(original);
				}
			}
		}
	}

	private Operation readable(Operation operation) {
		Map<CheckConstraint, CheckConstraint> checks = dropped(operation).findAny().isPresent()
				? this.readable.getOrDefault(table(operation), Map.of()) : Map.of();
		if (checks.isEmpty()) {
			return operation;
		}
		if (operation instanceof TableOperation.DropTable drop) {
			return new TableOperation.DropTable(drop.table(), drop.ifExists(),
					readable(Objects.requireNonNull(drop.was())));
		}
		ConstraintOperation.DropConstraint drop = (ConstraintOperation.DropConstraint) operation;
		CheckConstraint was = (CheckConstraint) Objects.requireNonNull(drop.was());
		return new ConstraintOperation.DropConstraint(drop.table(), drop.name(), drop.kind(), drop.ifExists(),
				checks.getOrDefault(was, was));
	}

	private Table readable(Table table) {
		Map<CheckConstraint, CheckConstraint> checks = this.readable.getOrDefault(table.name(), Map.of());
		return checks.isEmpty() ? table : table.withCheckConstraints(
				table.checkConstraints().stream().map((check) -> checks.getOrDefault(check, check)).toList());
	}

}
