package dev.migration.runtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.migration.runtime.RandomTable.Col;
import dev.migration.runtime.RandomTable.Fk;
import dev.migration.runtime.RandomTable.Ix;
import dev.migration.runtime.RandomTable.Key;
import dev.migration.schema.ColumnName;
import dev.migration.schema.ReferentialAction;
import dev.migration.schema.Rename;
import dev.migration.schema.Type;
import dev.migration.schema.Types;
import dev.migration.test.TestDatabase.Kind;

/**
 * Random changes of a model that its rows survive.
 */
final class RandomChange {

	private final RandomModel model;

	private final List<Rename> renames = new ArrayList<>();

	private final Set<RandomTable> renamed = new LinkedHashSet<>();

	private final List<String> what = new ArrayList<>();

	/** Columns that the way back cannot add to rows, as they are before the change. */
	private final Set<Col> needed = new LinkedHashSet<>();

	RandomChange(RandomModel model) {
		this.model = model;
		model.tables.stream()
			.filter((table) -> table.hasRows)
			.forEach((table) -> table.columns.stream()
				.filter((column) -> !comesBack(table, column))
				.forEach(this.needed::add));
		for (int i = 1 + model.random.nextInt(6); i > 0; i--) {
			change();
		}
	}

	List<Rename> renames() {
		return this.renames;
	}

	@Override
	public String toString() {
		return this.what.toString();
	}

	private void change() {
		RandomTable table = this.model.pick(this.model.tables);
		switch (this.model.random.nextInt(19)) {
			case 0 -> done("add " + this.model.addTable());
			case 1 -> dropTable(table);
			case 2, 3 -> done("add " + this.model.addColumn(table).name + " to " + table);
			case 4 -> dropColumn(table);
			case 5, 6 -> retype(table);
			case 7 -> nullability(table);
			case 8 -> serverDefault(table);
			case 9 -> comment(table);
			case 10 -> unique(table);
			case 11 -> index(table);
			case 12 -> check(table);
			case 13 -> foreignKey(table);
			case 14 -> key(table);
			case 15 -> renameColumn(table);
			case 16 -> renameTable(table);
			case 17 -> sequence();
			default -> enumValues();
		}
	}

	private void done(String text) {
		this.what.add(text);
	}

	private void dropTable(RandomTable table) {
		boolean isNeeded = this.model.tables.stream()
			.anyMatch((other) -> other.hasRows && other.foreignKeys.stream().anyMatch((key) -> key.target() == table));
		// What is in a schema that no entity is in is left alone.
		boolean isLastOfSchema = table.schema != null
				&& this.model.tables.stream().noneMatch((other) -> other != table && table.schema.equals(other.schema));
		if (this.model.tables.size() > 1 && !this.renamed.contains(table) && !isNeeded && !isLastOfSchema) {
			this.model.tables.remove(table);
			this.model.tables.forEach((other) -> other.foreignKeys.removeIf((key) -> key.target() == table));
			done("drop " + table);
		}
	}

	private void dropColumn(RandomTable table) {
		Col column = this.model.pick(table.columns);
		if (table.columns.size() > 1 && table.columns.stream().noneMatch((other) -> other.source == column)
				&& !this.renamed.contains(table) && !this.needed.contains(column)) {
			forget(table, List.of(column));
			table.remove(column);
			done("drop " + column.name + " of " + table.name);
		}
	}

	private static boolean comesBack(RandomTable table, Col column) {
		boolean isUnique = table.key.contains(column)
				|| table.uniques.stream().anyMatch((unique) -> unique.columns().contains(column))
				|| table.indexes.stream().anyMatch((index) -> index.isUnique() && index.columns().contains(column));
		return (column.serverDefault != null) ? !isUnique : column.isNullable;
	}

	/**
	 * Take away the foreign keys to columns.
	 */
	private void forget(RandomTable table, List<Col> columns) {
		this.model.tables.forEach((other) -> other.foreignKeys
			.removeIf((key) -> key.target() == table && key.targets().stream().anyMatch(columns::contains)));
	}

	/**
	 * What points to a column follows its type.
	 */
	private void retype(RandomTable table) {
		Col column = this.model.pick(table.columns);
		boolean isUsed = column.source != null || column.identity != null || column.enumType != null
				|| table.columns.stream().anyMatch((other) -> other.source == column)
				|| table.checks.stream().anyMatch((check) -> check.column() == column)
				|| table.indexes.stream().anyMatch((index) -> index.isExpression() && index.columns().contains(column))
				|| table.foreignKeys.stream().anyMatch((key) -> key.columns().contains(column));
		if (isUsed) {
			return;
		}
		Type type = this.model.types.instead(column.type, table.hasRows);
		boolean isKey = table.key.contains(column)
				|| table.uniques.stream().anyMatch((unique) -> unique.columns().contains(column))
				|| table.indexes.stream().anyMatch((index) -> index.columns().contains(column));
		if (isKey && !RandomTypes.isDistinct(type)) {
			return;
		}
		done("retype " + table.name + "." + column.name + " from " + column.type + " to " + type);
		boolean isSame = column.type instanceof Type.Generic from && type instanceof Type.Generic to
				&& from.name() == to.name();
		follow(column, type);
		if (!isSame) {
			column.serverDefault = this.model.chance(2) ? this.model.types.serverDefault(type) : null;
		}
	}

	private void follow(Col column, Type type) {
		column.type = type;
		for (RandomTable table : this.model.tables) {
			for (Fk key : table.foreignKeys) {
				int position = key.targets().indexOf(column);
				if (position >= 0 && key.columns().get(position).type != type) {
					follow(key.columns().get(position), type);
				}
			}
		}
	}

	private void nullability(RandomTable table) {
		Col column = this.model.pick(table.columns);
		boolean isFixed = table.key.contains(column) || column.source != null || column.identity != null
				|| table.foreignKeys.stream().anyMatch((key) -> key.columns().contains(column));
		boolean hasValues = column.isFilled && RandomTypes.value(column.type(), 1) != null;
		if (!isFixed && (!column.isNullable || hasValues || !table.hasRows)) {
			column.isNullable = !column.isNullable;
			done("nullable " + table.name + "." + column.name + " " + column.isNullable);
		}
	}

	private void serverDefault(RandomTable table) {
		Col column = this.model.pick(table.columns);
		boolean points = table.foreignKeys.stream().anyMatch((key) -> key.columns().contains(column));
		if (column.source == null && column.identity == null && !points) {
			column.serverDefault = (column.serverDefault != null && this.model.chance(2)) ? null
					: this.model.types.serverDefault(column.type());
			done("default of " + table.name + "." + column.name + " " + column.serverDefault);
		}
	}

	private void comment(RandomTable table) {
		Col column = this.model.pick(table.columns);
		if (this.model.chance(2)) {
			table.comment = (table.comment == null) ? "new" : null;
		}
		else {
			column.comment = (column.comment == null) ? "new" : null;
		}
		done("comment on " + table.name + " or " + column.name);
	}

	private void unique(RandomTable table) {
		if (table.uniques.isEmpty() || this.model.chance(2)) {
			this.model.addUnique(table);
			done("unique of " + table);
			return;
		}
		Key unique = this.model.pick(table.uniques);
		forget(table, unique.columns());
		table.uniques.remove(unique);
		if (this.model.chance(3)) {
			table.indexes.add(new Ix(this.model.name(), unique.columns(), true, false, false, false, null));
		}
		done("no unique " + unique.name() + " of " + table);
	}

	private void index(RandomTable table) {
		if (table.indexes.isEmpty() || this.model.chance(2)) {
			this.model.addIndex(table);
			done("index of " + table);
			return;
		}
		Ix index = this.model.pick(table.indexes);
		table.indexes.remove(index);
		if (this.model.chance(3)) {
			table.indexes.add(new Ix(index.name(), index.columns(), index.isUnique(), !index.isDescending(),
					index.isNullsFirst(), index.isExpression(), index.where()));
		}
		done("no index " + index.name() + " of " + table);
	}

	private void check(RandomTable table) {
		if (table.checks.isEmpty() || this.model.chance(2)) {
			this.model.addCheck(table);
		}
		else {
			table.checks.remove(0);
		}
		done("check of " + table);
	}

	private void foreignKey(RandomTable table) {
		if (table.foreignKeys.isEmpty()) {
			this.model.addForeignKey();
			done("foreign key");
			return;
		}
		Fk key = this.model.pick(table.foreignKeys);
		table.foreignKeys.remove(key);
		if (this.model.chance(2)) {
			table.foreignKeys.add(new Fk(key.name(), key.columns(), key.target(), key.targets(),
					(key.onDelete() == ReferentialAction.CASCADE) ? null : ReferentialAction.CASCADE, key.onUpdate()));
		}
		done("foreign key " + key.name() + " of " + table);
	}

	private void key(RandomTable table) {
		boolean isNumbered = table.key.stream().anyMatch((column) -> column.identity != null);
		if (isNumbered) {
			Col column = table.key.get(0);
			if (this.model.chance(2)) {
				column.identity = null;
				done("no identity on " + table.name + "." + column.name);
			}
			return;
		}
		forget(table, table.key);
		table.key.clear();
		List<Col> columns = table.columns.stream()
			.filter((column) -> !column.isNullable && column.isFilled && column.source == null
					&& RandomTypes.isDistinct(column.type()))
			.toList();
		if (!columns.isEmpty()) {
			Col column = this.model.pick(columns);
			table.key.add(column);
			table.uniques.removeIf((unique) -> unique.columns().equals(table.key));
			table.indexes.removeIf((index) -> index.columns().equals(table.key));
			boolean isWhole = column.type.equals(Types.integer()) || column.type.equals(Types.bigint());
			if (isWhole && column.serverDefault == null && this.model.chance(2)
					&& table.foreignKeys.stream().noneMatch((foreign) -> foreign.columns().contains(column))
					&& table.columns.stream().noneMatch((other) -> other.source == column)
					&& table.checks.stream().noneMatch((check) -> check.column() == column)) {
				column.identity = dev.migration.schema.Identity.BY_DEFAULT;
			}
		}
		else {
			table.keyName = null;
		}
		done("key of " + table + " " + table.key.stream().map((column) -> column.name).toList());
	}

	private void renameColumn(RandomTable table) {
		Col column = this.model.pick(table.columns);
		if (this.renamed.add(table)) {
			String name = this.model.name();
			this.renames.add(new Rename.OfColumn(new ColumnName(table.qualifiedName(), column.name), name));
			done("rename " + table.name + "." + column.name + " to " + name);
			column.name = name;
		}
	}

	private void renameTable(RandomTable table) {
		if (this.renamed.add(table)) {
			String name = this.model.name();
			this.renames.add(new Rename.OfTable(table.qualifiedName(), name));
			done("rename " + table.name + " to " + name);
			table.name = name;
		}
	}

	private void sequence() {
		if (this.model.sequences.isEmpty() || this.model.chance(2)) {
			this.model.addSequence();
			return;
		}
		dev.migration.schema.Sequence sequence = this.model.sequences.remove(0);
		if (this.model.chance(2)) {
			this.model.sequences.add(sequence.incrementBy(3));
		}
		done("sequence " + sequence.name());
	}

	private void enumValues() {
		if (this.model.enums.isEmpty()) {
			return;
		}
		List<String> values = this.model.pick(this.model.enums).values;
		if (values.size() > 2 && this.model.chance(2)) {
			values.remove(values.size() - 1);
		}
		else {
			values.add(1 + this.model.random.nextInt(values.size()), "more" + values.size());
		}
		done("enum values " + values);
	}

}
