package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migration.autogenerate.ComparisonHook.ObjectKind;
import dev.migration.autogenerate.Pairing.Wanted;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.Change;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.Constraint;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;

/**
 * Compares a table that the application asks for with the one that is there.
 */
final class TableComparison {

	private final DesiredTable desired;

	private final Table inspected;

	private final List<Index> inspectedIndexes;

	private final ComparisonSettings settings;

	private final KeyChanges keys;

	private final Remarks remarks;

	private final TableChanges changes;

	/** The columns whose values are lost or made anew; with them goes what is on them. */
	private final Set<String> lostColumns = new HashSet<>();

	/** The columns that come or get another type. */
	private final Set<String> madeColumns = new HashSet<>();

	/** The columns that get another type. */
	private final Set<String> retypedColumns = new HashSet<>();

	TableComparison(DesiredTable desired, Table inspected, List<Index> inspectedIndexes, ComparisonSettings settings,
			Remarks remarks) {
		this.desired = desired;
		this.inspected = inspected;
		this.inspectedIndexes = inspectedIndexes;
		this.settings = settings;
		this.remarks = remarks;
		this.keys = new KeyChanges(name(), settings.names());
		this.changes = new TableChanges(name());
	}

	private QualifiedName name() {
		return this.desired.definition().name();
	}

	/**
	 * Compare all but the foreign keys. These depend on what becomes of other tables.
	 */
	TableChanges compare() {
		columns();
		primaryKey();
		uniqueConstraintsAndIndexes();
		checkConstraints();
		exclusionConstraints();
		comment();
		return this.changes;
	}

	Set<String> retypedColumns() {
		return this.retypedColumns;
	}

	private void columns() {
		Map<String, Column> present = new LinkedHashMap<>();
		this.inspected.columns().forEach((column) -> present.put(column.name(), column));
		for (Wanted<Column> wanted : this.desired.columns()) {
			Column existing = present.remove(wanted.canonical().name());
			if (!this.settings.includes(ObjectKind.COLUMN, name(), wanted.canonical().name())) {
				continue;
			}
			if (existing == null) {
				this.madeColumns.add(wanted.definition().name());
				this.remarks.addColumn(name(), wanted.definition()).forEach(this.changes.addColumns()::add);
			}
			else {
				column(wanted, existing);
			}
		}
		for (Column surplus : present.values()) {
			if (this.settings.includes(ObjectKind.COLUMN, name(), surplus.name())) {
				this.lostColumns.add(surplus.name());
				this.changes.dropColumns().add(this.remarks.dropColumn(name(), surplus));
			}
		}
	}

	private void column(Wanted<Column> wanted, Column existing) {
		ColumnComparison comparison = new ColumnComparison(name(), wanted, existing, this.settings);
		if (comparison.isComputedAnew()) {
			this.lostColumns.add(existing.name());
			this.changes.alterColumns().add(this.remarks.recomputeColumn(name(), existing));
			this.changes.alterColumns()
				.add(ProposedChange.of(new ColumnOperation.AddColumn(name(), wanted.definition(), false),
						"computed value on column '" + name() + "." + existing.name() + "'"));
			return;
		}
		ColumnChange change = comparison.change();
		if (!change.isEmpty()) {
			if (change.type().isMentioned()) {
				this.retypedColumns.add(existing.name());
				this.madeColumns.add(wanted.definition().name());
			}
			this.changes.alterColumns()
				.addAll(this.remarks.alterColumn(name(), wanted, existing, change, comparison.detected()));
		}
	}

	private void primaryKey() {
		PrimaryKey wanted = this.desired.canonical().primaryKey();
		PrimaryKey present = this.inspected.primaryKey();
		PrimaryKey definition = this.desired.definition().primaryKey();
		List<Wanted<Constraint>> all = (wanted != null && definition != null)
				? List.of(new Wanted<>(definition, wanted)) : List.of();
		List<Constraint> existing = (present != null) ? List.of(present) : List.of();
		constraints(all, existing);
	}

	private void checkConstraints() {
		List<Wanted<CheckConstraint>> wanted = new ArrayList<>(this.desired.checkConstraints());
		wanted.removeIf(this::comesWithItsColumn);
		constraints(upcast(wanted), this.inspected.checkConstraints());
	}

	/**
	 * The operation that gives a column an enum type also keeps its values.
	 */
	private boolean comesWithItsColumn(Wanted<CheckConstraint> check) {
		boolean isChosen = Objects.equals(check.canonical().name(), check.definition().name());
		return !isChosen && this.madeColumns.stream()
			.anyMatch((column) -> NamingConvention.derived("ck", name(), column).equals(check.definition().name()));
	}

	private void exclusionConstraints() {
		constraints(upcast(this.desired.exclusionConstraints()), this.inspected.exclusionConstraints());
	}

	private void constraints(List<Wanted<Constraint>> wanted, List<? extends Constraint> present) {
		List<Constraint> staying = staying(present);
		apply(Pairing.of(wanted, staying, Constraint::name, Meaning::of));
	}

	/**
	 * Return what is not on a column that goes. The rest is dropped before the column, as
	 * not every database does so by itself, and the way back must bring it.
	 */
	private <T> List<T> staying(List<? extends T> present) {
		List<T> staying = new ArrayList<>();
		for (T each : present) {
			if (KeyChanges.columns(each).stream().noneMatch(this.lostColumns::contains)) {
				staying.add(each);
			}
			else if (includes(each)) {
				this.changes.drops().add(this.keys.drop(each));
			}
		}
		return staying;
	}

	private static <T extends Constraint> List<Wanted<Constraint>> upcast(List<Wanted<T>> all) {
		List<Wanted<Constraint>> result = new ArrayList<>();
		all.forEach((each) -> result.add(new Wanted<>(each.definition(), each.canonical())));
		return result;
	}

	/**
	 * A unique index does the work of a unique constraint, and the other way round, so
	 * neither is replaced by the other unless the names say that it is meant.
	 */
	private void uniqueConstraintsAndIndexes() {
		List<Object> present = new ArrayList<>(this.inspected.uniqueConstraints());
		present.addAll(this.inspectedIndexes);
		Pairing<Object> pairing = Pairing.of(this.desired.keys(), staying(present), Meaning::nameOf, Meaning::of);
		apply(Pairing.of(pairing.missing(), pairing.surplus(), Meaning::nameOf,
				(key) -> Objects.requireNonNullElse(Meaning.ofUniqueness(key), key)));
	}

	private <T> void apply(Pairing<T> pairing) {
		pairing.surplus()
			.stream()
			.filter(this::includes)
			.forEach((surplus) -> this.changes.drops().add(this.keys.drop(surplus)));
		pairing.missing()
			.stream()
			.filter((wanted) -> includes(wanted.canonical()))
			.forEach((wanted) -> this.changes.creates().add(this.keys.create(wanted.definition())));
	}

	private boolean includes(Object key) {
		return this.settings.includes(KeyChanges.kind(key), name(), Meaning.nameOf(key));
	}

	private void comment() {
		@Nullable String wanted = this.desired.canonical().comment();
		if (!Objects.equals(wanted, this.inspected.comment())) {
			this.changes.creates()
				.add(ProposedChange.of(new TableOperation.CommentTable(name(),
						(wanted != null) ? this.desired.definition().comment() : null,
						Change.to(this.inspected.comment())), "comment on table '" + name() + "'"));
		}
	}

	/**
	 * Compare the foreign keys.
	 * @param isDisturbed whether a foreign key must go for a while, since what it stands
	 * on changes
	 */
	void foreignKeys(DisturbedKeys isDisturbed) {
		List<Wanted<ForeignKey>> wanted = this.desired.foreignKeys();
		Pairing<ForeignKey> pairing = Pairing.of(wanted, this.inspected.foreignKeys(), Constraint::name, Meaning::of);
		List<ForeignKey> going = new ArrayList<>(pairing.surplus());
		Set<ForeignKey> disturbed = new HashSet<>();
		for (ForeignKey present : this.inspected.foreignKeys()) {
			if (!going.contains(present) && isDisturbed.test(name(), present)) {
				going.add(present);
				disturbed.add(present);
			}
		}
		going.stream().filter(this::includes).forEach((key) -> this.changes.dropForeignKeys().add(this.keys.drop(key)));
		Set<Object> meanings = new HashSet<>();
		disturbed.forEach((key) -> meanings.add(Meaning.of((Constraint) key)));
		for (Wanted<ForeignKey> each : wanted) {
			boolean comesBack = meanings.contains(Meaning.of((Constraint) each.canonical()));
			if ((pairing.missing().contains(each) || comesBack) && includes(each.canonical())) {
				this.changes.createForeignKeys().add(this.keys.create(each.definition()));
			}
		}
	}

	/**
	 * Says which foreign keys are in the way of another change.
	 */
	@FunctionalInterface
	interface DisturbedKeys {

		boolean test(QualifiedName table, ForeignKey key);

	}

}
