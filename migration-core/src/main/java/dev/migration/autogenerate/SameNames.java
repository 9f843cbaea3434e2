package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.NameCase;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnName;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Rename;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;
import dev.migration.schema.UniqueConstraint;

/**
 * Spells the names of an inspected schema as the target schema does where the server
 * takes both spellings for the same name, so that there is nothing to change.
 */
final class SameNames {

	private final Schema target;

	private final UnaryOperator<String> quote;

	private Schema inspected;

	private SameNames(Schema target, Schema inspected, UnaryOperator<String> quote) {
		this.target = target;
		this.inspected = inspected;
		this.quote = quote;
	}

	/**
	 * Return an inspected schema in the spelling of another one.
	 * @param inspected the inspected schema
	 * @param target the target schema
	 * @param nameCase which names are the same to the server
	 * @param quote writes a name as the dialect does
	 * @return the inspected schema
	 */
	static Schema spelledAs(Schema target, Schema inspected, NameCase nameCase, UnaryOperator<String> quote) {
		if (nameCase == NameCase.COUNTS) {
			return inspected;
		}
		SameNames names = new SameNames(target, inspected, quote);
		if (nameCase == NameCase.DOES_NOT_COUNT) {
			target.tables().forEach(names::table);
		}
		target.tables().forEach(names::columns);
		names.keys();
		return names.inspected;
	}

	private void table(Table wanted) {
		this.inspected.tables()
			.stream()
			.map(Table::name)
			.filter((name) -> Objects.equals(name.schema(), wanted.name().schema())
					&& isOtherSpelling(name.name(), wanted.name().name()))
			.findFirst()
			.ifPresent((name) -> rename(new Rename.OfTable(name, wanted.name().name())));
	}

	private void columns(Table wanted) {
		List<Column> present = this.inspected.table(wanted.name()).map(Table::columns).orElse(List.of());
		for (Column column : present) {
			wanted.columns()
				.stream()
				.map(Column::name)
				.filter((name) -> isOtherSpelling(column.name(), name))
				.findFirst()
				.ifPresent((name) -> rename(new Rename.OfColumn(new ColumnName(wanted.name(), column.name()), name)));
		}
	}

	private void rename(Rename rename) {
		this.inspected = RenamedSchema.after(this.inspected, rename, this.quote);
	}

	/**
	 * An index may stand for a constraint, so that the names of both are looked at.
	 */
	private void keys() {
		Map<QualifiedName, List<String>> wanted = new HashMap<>();
		this.target.tables()
			.forEach((table) -> table.constraints().forEach((key) -> add(wanted, table.name(), key.name())));
		this.target.indexes().forEach((index) -> add(wanted, index.table(), index.name()));
		this.inspected = new Schema(
				this.inspected.tables()
					.stream()
					.map((table) -> respelled(table, wanted.getOrDefault(table.name(), List.of())))
					.toList(),
				this.inspected.indexes()
					.stream()
					.map((index) -> respelled(index, wanted.getOrDefault(index.table(), List.of())))
					.toList(),
				this.inspected.sequences(), this.inspected.enumTypes(), this.inspected.schemas());
	}

	private static void add(Map<QualifiedName, List<String>> names, QualifiedName table, @Nullable String name) {
		if (name != null) {
			names.computeIfAbsent(table, (key) -> new ArrayList<>()).add(name);
		}
	}

	private static Table respelled(Table table, Collection<String> names) {
		return new Table(table.name(), table.columns(), table.primaryKey(),
				table.uniqueConstraints()
					.stream()
					.map((unique) -> new UniqueConstraint(respelled(unique.name(), names), unique.columns(),
							unique.deferral(), unique.isNullsNotDistinct(), unique.include()))
					.toList(),
				table.foreignKeys()
					.stream()
					.map((key) -> new ForeignKey(respelled(key.name(), names), key.columns(), key.referencedTable(),
							key.referencedColumns(), key.onDelete(), key.onUpdate(), key.match(), key.deferral(),
							key.isNotValid()))
					.toList(),
				table.checkConstraints()
					.stream()
					.map((check) -> new CheckConstraint(respelled(check.name(), names), check.condition(),
							check.isNotValid()))
					.toList(),
				table.exclusionConstraints(), table.comment(), table.options());
	}

	private static Index respelled(Index index, Collection<String> names) {
		return new Index(respelled(index.name(), names), index.table(), index.parts(), index.isUnique(),
				index.isConcurrent(), index.method(), index.where(), index.include(), index.isNullsNotDistinct(),
				index.storageParameters());
	}

	private static @Nullable String respelled(@Nullable String present, Collection<String> names) {
		return (present != null)
				? names.stream().filter((name) -> isOtherSpelling(present, name)).findFirst().orElse(present) : null;
	}

	private static boolean isOtherSpelling(String present, String wanted) {
		return present.equalsIgnoreCase(wanted) && !present.equals(wanted);
	}

}
