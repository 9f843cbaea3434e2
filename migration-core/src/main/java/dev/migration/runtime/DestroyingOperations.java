package dev.migration.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migration.NeedsDatabaseException;
import dev.migration.SqlScript;
import dev.migration.dialect.Dialect;
import dev.migration.operation.Batch;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.DataOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.TableOperation;
import dev.migration.runtime.DestroyedNames.ColumnNow;
import dev.migration.schema.QualifiedName;

/**
 * Takes the operations of a step to see what they destroy. Runs nothing.
 */
final class DestroyingOperations extends DialectTarget {

	private final Dialect dialect;

	private final DestroyedNames names;

	private final List<QualifiedName> droppedTables = new ArrayList<>();

	private final List<ColumnNow> droppedColumns = new ArrayList<>();

	private final List<String> notLookedInto = new ArrayList<>();

	DestroyingOperations(Dialect dialect, Map<String, String> arguments, DestroyedNames names) {
		super(dialect, arguments);
		this.dialect = dialect;
		this.names = names;
	}

	List<QualifiedName> droppedTables() {
		return this.droppedTables;
	}

	List<ColumnNow> droppedColumns() {
		return this.droppedColumns;
	}

	List<String> notLookedInto() {
		return this.notLookedInto;
	}

	void notLookedInto(String part) {
		this.notLookedInto.add(part);
	}

	@Override
	public void accept(Operation operation) {
		if (operation instanceof TableOperation table) {
			look(table);
		}
		else if (operation instanceof ColumnOperation column) {
			look(column);
		}
		else if (operation instanceof DataOperation data) {
			look(data);
		}
		else if (operation instanceof Batch batch) {
			batch.operations().forEach(this::accept);
		}
		else if (operation instanceof Operation.Custom custom) {
			notLookedInto(custom.describe());
		}
	}

	private void look(TableOperation operation) {
		if (operation instanceof TableOperation.DropTable drop) {
			this.names.table(drop.table()).ifPresent(this.droppedTables::add);
		}
		else if (operation instanceof TableOperation.CreateTable create && !create.ifNotExists()) {
			this.names.created(create.table().name());
		}
		else if (operation instanceof TableOperation.RenameTable rename) {
			this.names.renamed(rename.table(), rename.table().sibling(rename.newName()));
		}
	}

	private void look(ColumnOperation operation) {
		if (operation instanceof ColumnOperation.DropColumn drop) {
			this.names.column(drop.table(), drop.column()).ifPresent(this.droppedColumns::add);
		}
		else if (operation instanceof ColumnOperation.AddColumn add && !add.ifNotExists()) {
			this.names.created(add.table(), add.column().name());
		}
		else if (operation instanceof ColumnOperation.AlterColumn alter) {
			String newName = alter.change().name().value();
			if (newName != null) {
				this.names.renamed(alter.table(), alter.column(), newName);
			}
		}
	}

	private void look(DataOperation operation) {
		if (operation instanceof DataOperation.ExecuteScript execute) {
			this.dialect.split(execute.script()).stream().map(SqlScript::sql).forEach(this::notLookedInto);
		}
		else if (operation instanceof DataOperation.ExecuteStatement execute) {
			notLookedInto(execute.sql());
		}
	}

	@Override
	public void autocommit(Runnable block) {
		block.run();
	}

	@Override
	public JdbcClient jdbc() {
		throw new NeedsDatabaseException("look into the revision", "its body uses op.jdbc()",
				"Look at its source, or at what a dry run shows.");
	}

}
