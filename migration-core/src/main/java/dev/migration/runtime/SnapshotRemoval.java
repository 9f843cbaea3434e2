package dev.migration.runtime;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migration.SchemaSnapshot;
import dev.migration.autogenerate.ProposedChange;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.SchemaOperation;
import dev.migration.operation.SequenceOperation;
import dev.migration.operation.ViewOperation;
import dev.migration.schema.EnumType;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.View;

/**
 * Drops what came into a database since a snapshot. Nobody says how views depend on one
 * another, so what cannot be dropped yet is tried again when something else is gone.
 */
final class SnapshotRemoval {

	private final Session session;

	private final LockedSession locked;

	private final SchemaSnapshot snapshot;

	SnapshotRemoval(Session session, SchemaSnapshot snapshot) {
		this.session = session;
		this.locked = new LockedSession(session);
		this.snapshot = snapshot;
	}

	void execute() throws SQLException {
		List<Operation> waiting = operations(
				SessionSnapshots.take(this.session).without(this.snapshot.occupiedSchemas()));
		while (!waiting.isEmpty()) {
			waiting = tryEach(waiting);
		}
		emptyOwnTables();
	}

	/**
	 * Do each that can be done.
	 * @return those that could not
	 */
	private List<Operation> tryEach(List<Operation> operations) throws SQLException {
		List<Operation> refused = new ArrayList<>();
		@Nullable RuntimeException failure = null;
		for (Operation operation : operations) {
			try {
				run(operation);
			}
			catch (RuntimeException ex) {
				failure = (failure != null) ? failure : ex;
				refused.add(operation);
			}
		}
		if (failure != null && refused.size() == operations.size()) {
			throw failure;
		}
		return refused;
	}

	private List<Operation> operations(SchemaSnapshot now) {
		List<Operation> operations = new ArrayList<>(views(now.views()));
		operations.addAll(tablesAndEnumTypes(now));
		operations.addAll(sequences(now.schema().sequences()));
		operations.addAll(schemas(now.schema().schemas()));
		return operations;
	}

	private List<Operation> views(List<View> now) {
		Set<QualifiedName> stay = new HashSet<>(this.snapshot.views().stream().map(View::name).toList());
		return now.stream()
			.filter((view) -> !stay.contains(view.name()))
			.<Operation>map((view) -> new ViewOperation.DropView(view.name(), view.isMaterialized(), true, null))
			.toList();
	}

	/**
	 * Indexes go with their tables. Of sequences the comparison leaves some out.
	 */
	private List<Operation> tablesAndEnumTypes(SchemaSnapshot now) {
		return SessionSnapshots.changes(now, kept(now), Set.of())
			.stream()
			.map(ProposedChange::operation)
			.filter((operation) -> !(operation instanceof IndexOperation.DropIndex)
					&& !(operation instanceof SequenceOperation.DropSequence))
			.toList();
	}

	private List<Operation> sequences(List<Sequence> now) {
		Set<QualifiedName> stay = new HashSet<>(
				this.snapshot.schema().sequences().stream().map(Sequence::name).toList());
		return now.stream()
			.map(Sequence::name)
			.filter((name) -> !stay.contains(name))
			.<Operation>map((name) -> new SequenceOperation.DropSequence(name, true, null))
			.toList();
	}

	private List<Operation> schemas(Set<String> now) {
		return now.stream()
			.filter((schema) -> !this.snapshot.schema().schemas().contains(schema))
			.<Operation>map((schema) -> new SchemaOperation.DropSchema(schema, true))
			.toList();
	}

	/**
	 * Return what stays of what there is now, as it is now: nothing is altered.
	 */
	private SchemaSnapshot kept(SchemaSnapshot now) {
		Set<QualifiedName> tables = new HashSet<>(this.snapshot.tables());
		Set<QualifiedName> types = new HashSet<>(
				this.snapshot.schema().enumTypes().stream().map(EnumType::name).toList());
		Schema schema = now.schema();
		return new SchemaSnapshot(new Schema(
				schema.tables().stream().filter((table) -> tables.contains(table.name())).toList(),
				schema.indexes().stream().filter((index) -> tables.contains(index.table())).toList(),
				schema.sequences(), schema.enumTypes().stream().filter((type) -> types.contains(type.name())).toList(),
				schema.schemas()), now.views());
	}

	private void run(Operation operation) throws SQLException {
		this.locked.inTransaction(() -> {
			StatementRunner runner = new StatementRunner(this.session.connection(), this.session.dialect());
			for (SqlStatement statement : this.session.dialect().render(operation, this.session.renderContext())) {
				runner.run(statement);
			}
			this.locked.commit();
			return true;
		});
	}

	private void emptyOwnTables() throws SQLException {
		List<QualifiedName> tables = this.snapshot.tables();
		Session.Settings settings = this.session.settings();
		for (QualifiedName table : List.of(settings.versionTable(), settings.historyTable())) {
			if (tables.contains(settings.asInspected(table))) {
				this.locked.inTransaction(() -> {
					new StatementRunner(this.session.connection(), this.session.dialect())
						.run(new SqlStatement("DELETE FROM " + this.session.dialect().quote(table)));
					this.locked.commit();
					return true;
				});
			}
		}
	}

}
