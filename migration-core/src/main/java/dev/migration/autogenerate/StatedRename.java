package dev.migration.autogenerate;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.InvalidRenameException;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnName;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Rename;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;

/**
 * Reads a rename as a person states it: {@code table:new_name} or
 * {@code table.column:new_name}. A table may be named by its old name or its new one.
 */
final class StatedRename {

	private final String text;

	private final Schema target;

	private final Schema inspected;

	private StatedRename(String text, Schema target, Schema inspected) {
		this.text = text;
		this.target = target;
		this.inspected = inspected;
	}

	static Rename parse(String text, Schema target, Schema inspected) {
		return new StatedRename(text, target, inspected).parse();
	}

	private Rename parse() {
		int colon = this.text.lastIndexOf(':');
		if (colon <= 0 || colon == this.text.length() - 1) {
			throw new InvalidRenameException(this.text, "it has no two names with a colon in between");
		}
		String from = this.text.substring(0, colon);
		String to = this.text.substring(colon + 1);
		Table table = find(this.inspected, from);
		if (table != null) {
			if (this.target.table(table.name().sibling(to)).isEmpty()) {
				throw new InvalidRenameException(this.text, "no entity is for a table " + to);
			}
			return new Rename.OfTable(table.name(), to);
		}
		int dot = from.lastIndexOf('.');
		Table owner = (dot > 0) ? owner(from.substring(0, dot)) : null;
		if (owner == null) {
			throw new InvalidRenameException(this.text, "the database has no table "
					+ ((dot > 0) ? from.substring(0, dot) : from) + "; it has " + names(this.inspected.tables()));
		}
		return column(owner, from.substring(dot + 1), to);
	}

	private @Nullable Table owner(String name) {
		Table wanted = find(this.target, name);
		return (wanted != null) ? wanted : find(this.inspected, name);
	}

	private Rename column(Table owner, String from, String to) {
		Table present = this.inspected.table(owner.name()).orElse(null);
		if (present != null && present.column(from) == null) {
			throw new InvalidRenameException(this.text, "table " + owner.name() + " has no column " + from + "; it has "
					+ present.columns().stream().map(Column::name).toList());
		}
		Table wanted = this.target.table(owner.name()).orElse(null);
		if (wanted != null && wanted.column(to) == null) {
			throw new InvalidRenameException(this.text, "no entity asks for a column " + to + " of " + owner.name());
		}
		return new Rename.OfColumn(new ColumnName(owner.name(), from), to);
	}

	private static @Nullable Table find(Schema schema, String name) {
		return schema.tables()
			.stream()
			.filter((table) -> table.name().toString().equals(name))
			.findFirst()
			.orElse(null);
	}

	private static List<QualifiedName> names(List<Table> tables) {
		return tables.stream().map(Table::name).toList();
	}

}
