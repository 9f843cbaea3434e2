package dev.migration.dialect.mysql;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.ColumnRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.ColumnOperation;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.Computed;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Type;

/**
 * Renders operations on columns for MySQL and MariaDB. An alteration states the whole
 * column again, with what it does not mention as the server has it.
 */
final class MysqlColumns extends ColumnRenderer {

	private final MysqlRenderer renderer;

	MysqlColumns(MysqlRenderer renderer) {
		super(renderer);
		this.renderer = renderer;
	}

	@Override
	protected boolean knowsIfExists() {
		return this.renderer.isMariadb();
	}

	@Override
	public List<SqlStatement> addColumn(ColumnOperation.AddColumn operation) {
		if (operation.ifNotExists() && !knowsIfExists()) {
			return this.renderer.catalog(operation).hasColumn(operation.table(), operation.column().name()) ? List.of()
					: super.addColumn(new ColumnOperation.AddColumn(operation.table(), operation.column(), false));
		}
		return super.addColumn(operation);
	}

	@Override
	public List<SqlStatement> dropColumn(ColumnOperation.DropColumn operation) {
		if (operation.ifExists() && !knowsIfExists()) {
			return this.renderer.catalog(operation).hasColumn(operation.table(), operation.column()) ? super.dropColumn(
					new ColumnOperation.DropColumn(operation.table(), operation.column(), false, operation.was()))
					: List.of();
		}
		return super.dropColumn(operation);
	}

	/**
	 * Nothing: the comment is in the definition of the column.
	 */
	@Override
	protected List<SqlStatement> comment(QualifiedName table, Column column, @Nullable String comment) {
		return List.of();
	}

	@Override
	public List<SqlStatement> alterColumn(ColumnOperation.AlterColumn operation) {
		ColumnChange change = operation.change();
		String newName = operation.column().equals(change.name().value()) ? null : change.name().value();
		if (change.isEmptyButForName()) {
			return (newName != null) ? rename(operation.table(), operation.column(), newName) : List.of();
		}
		if (change.using() != null) {
			throw unsupported(operation, "it converts the values by itself, and not by an expression",
					"Leave out using(…), or add a column, fill it with op.execute(…), drop the old one and rename it.");
		}
		ColumnText text = changed(operation);
		if (newName == null) {
			return one(alter(operation.table()) + "MODIFY COLUMN " + quote(operation.column()) + " " + text.sql());
		}
		ColumnText renamed = text.renamed(ServerText.backticked(operation.column()), ServerText.backticked(newName));
		return one(alter(operation.table()) + "CHANGE COLUMN " + quote(operation.column()) + " " + quote(newName) + " "
				+ renamed.sql());
	}

	private ColumnText changed(ColumnOperation.AlterColumn operation) {
		ColumnChange change = operation.change();
		ColumnText text = existing(operation);
		if (change.computed().isMentioned()) {
			text = computed(operation, text, change.computed().value());
		}
		Type type = change.type().value();
		if (type != null) {
			text = text.ofType(definitions().type(type));
		}
		if (change.collation().isMentioned()) {
			text = text.collated(change.collation().value());
		}
		Boolean takesNull = change.nullability().value();
		if (takesNull != null) {
			text = text.nullable(takesNull);
		}
		if (change.serverDefault().isMentioned()) {
			text = text.serverDefault(serverDefault(operation, text, change.serverDefault().value()));
		}
		if (change.identity().isMentioned()) {
			if (change.identity().value() != null) {
				this.renderer.definitions()
					.requireCountable(operation.column(), operation.table(), change.identity().value());
			}
			text = text.numbered(change.identity().value() != null);
		}
		if (change.comment().isMentioned()) {
			String comment = change.comment().value();
			text = text.comment((comment != null) ? this.renderer.plainString(comment) : null);
		}
		return text;
	}

	private ColumnText existing(ColumnOperation.AlterColumn operation) {
		Column was = operation.was();
		if (was != null && !context().isOnline()) {
			return this.renderer.definitions().text(was, operation.table());
		}
		ColumnText text = this.renderer
			.catalog(operation, "it must state the whole column again",
					"Alter the column with its definition, as in op.alterColumn(table, column(…), …).")
			.column(operation.table(), operation.column());
		// Without the column the statement fails, with the words of the server.
		return (text != null) ? text : ColumnText.parse("int");
	}

	private ColumnText computed(ColumnOperation.AlterColumn operation, ColumnText text, @Nullable Computed computed) {
		boolean becomesVirtual = computed != null && !computed.isStored();
		boolean isKept = (text.generated() != null) && text.isVirtual() == becomesVirtual;
		if (!isKept && (text.isVirtual() || becomesVirtual)) {
			throw unsupported(operation, "the values of a virtual column are not there, or would be lost",
					"Drop the column and add it anew, or use stored(…).");
		}
		return text.generated((computed != null) ? this.renderer.definitions().generated(computed) : null);
	}

	private @Nullable String serverDefault(ColumnOperation.AlterColumn operation, ColumnText text,
			@Nullable ServerDefault value) {
		if (value == null) {
			return null;
		}
		Type type = operation.change().type().value();
		if (type == null && operation.was() != null) {
			type = operation.was().type();
		}
		if (type == null && value instanceof ServerDefault.CurrentTimestamp && text.type().startsWith("datetime")) {
			throw unsupported(operation, "its datetime does not say whether it is a point in time, stored in UTC",
					"Mention the type too: type(timestampWithTimeZone()) or type(timestamp()).");
		}
		return this.renderer.definitions().defaultOf(value, type, text.type());
	}

}
