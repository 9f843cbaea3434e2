package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.migration.RenameDecision;
import dev.migration.RenameQuestion;
import dev.migration.dialect.NameCase;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnName;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Rename;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;
import dev.migration.schema.Type;

/**
 * Finds what has another name rather than being gone, so that it is not dropped. Tables
 * come first, since a column is looked for in the table it is then in.
 * <p>
 * What people have said counts without a question, and so does what is for the same
 * entity or attribute as before, and a name that differs in its case only: a table or
 * column beside one of the same letters is not possible on some databases. What looks the
 * same is asked. The evidence is that of Django (the same structure) with that of Atlas
 * (declared names), which can also be given where nobody can be asked.
 */
final class RenameDetection {

	private final Schema target;

	private final RenameEvidence evidence;

	private final RenameDecision decision;

	private final NameCase nameCase;

	private final UnaryOperator<String> quote;

	private final ComparisonSettings settings;

	private final List<Rename> accepted = new ArrayList<>();

	private Schema inspected;

	/**
	 * Create a new detection.
	 * @param target the target schema in the words of the server
	 * @param inspected the inspected schema
	 * @param evidence what is known of renames
	 * @param decision answers questions
	 * @param settings what is compared
	 * @param nameCase which names are the same to the server
	 * @param quote writes a name as the dialect does
	 */
	RenameDetection(Schema target, Schema inspected, RenameEvidence evidence, RenameDecision decision,
			ComparisonSettings settings, NameCase nameCase, UnaryOperator<String> quote) {
		this.target = target;
		this.inspected = inspected;
		this.evidence = evidence;
		this.nameCase = nameCase;
		this.quote = quote;
		this.decision = decision;
		this.settings = settings;
	}

	/**
	 * Find the renames.
	 * @return what was renamed, in the order in which it can be done
	 */
	List<Rename> detect() {
		Stream.of(this.evidence.stated(), this.evidence.hints()).forEach((all) -> said(all, Rename.OfTable.class));
		sameLetters(tableNames(addedTables()), tableNames(removedTables()))
			.forEach((from, to) -> accept(new Rename.OfTable(name(removedTables(), from), to)));
		acceptTablesOfSameOrigin();
		askForTables();
		this.inspected = SameNames.spelledAs(this.target, this.inspected, this.nameCase, this.quote);
		Stream.of(this.evidence.stated(), this.evidence.hints()).forEach((all) -> said(all, Rename.OfColumn.class));
		for (Table table : List.copyOf(this.target.tables())) {
			sameLetters(columnNames(addedColumns(table)), columnNames(removedColumns(table)))
				.forEach((from, to) -> accept(new Rename.OfColumn(new ColumnName(table.name(), from), to)));
		}
		this.target.tables().forEach(this::acceptColumnsOfSameOrigin);
		askForPattern();
		this.target.tables().forEach(this::askForColumns);
		return this.accepted;
	}

	/**
	 * Return the inspected schema as it is when all of it is renamed.
	 */
	Schema inspected() {
		return this.inspected;
	}

	/**
	 * A hint stays in the code when it is done, and cannot tell whether two names have
	 * changed places already. Who states it now, can.
	 */
	private void said(List<Rename> renames, Class<? extends Rename> kind) {
		List<Rename> all = renames.stream().filter(kind::isInstance).map(Rename.class::cast).toList();
		if (renames == this.evidence.stated()) {
			List<Rename> swaps = all.stream().filter((rename) -> Swaps.isPart(rename, all)).toList();
			Swaps.ordered(swaps).forEach(this::accept);
			all.stream().filter((rename) -> !swaps.contains(rename)).forEach(this::acceptIfPossible);
		}
		else {
			all.forEach(this::acceptIfPossible);
		}
	}

	/**
	 * A hint may name what never was here.
	 */
	private void acceptIfPossible(Rename rename) {
		if (rename instanceof Rename.OfTable table) {
			Table from = find(removedTables(), table.from());
			Table to = find(addedTables(), table.from().sibling(table.to()));
			if (from != null && to != null) {
				accept(new Rename.OfTable(from.name(), to.name().name()));
			}
			return;
		}
		Rename.OfColumn column = (Rename.OfColumn) rename;
		Table table = find(this.target.tables(), column.from().table());
		if (table != null) {
			String from = WrittenNames.find(columnNames(removedColumns(table)), column.from().column());
			String to = WrittenNames.find(columnNames(addedColumns(table)), column.to());
			if (from != null && to != null) {
				accept(new Rename.OfColumn(new ColumnName(table.name(), from), to));
			}
		}
	}

	private static @Nullable Table find(List<Table> tables, QualifiedName name) {
		List<Table> inSchema = tables.stream()
			.filter((table) -> Objects.equals(table.name().schema(), name.schema()))
			.toList();
		String found = WrittenNames.find(tableNames(inSchema), name.name());
		return inSchema.stream().filter((table) -> table.name().name().equals(found)).findFirst().orElse(null);
	}

	private void accept(Rename rename) {
		this.accepted.add(rename);
		this.inspected = RenamedSchema.after(this.inspected, rename, this.quote);
	}

	private void acceptTablesOfSameOrigin() {
		for (Table removed : removedTables()) {
			addedTables().stream()
				.filter((added) -> this.evidence.origins().isSame(removed.name(), added.name())
						&& removed.name().sibling(added.name().name()).equals(added.name()))
				.findFirst()
				.ifPresent((added) -> accept(new Rename.OfTable(removed.name(), added.name().name())));
		}
	}

	private void acceptColumnsOfSameOrigin(Table table) {
		for (Column removed : removedColumns(table)) {
			addedColumns(table).stream()
				.filter((added) -> isOfSameKind(added.type(), removed.type()) && isOfSameOrigin(table, removed, added))
				.findFirst()
				.ifPresent((added) -> accept(
						new Rename.OfColumn(new ColumnName(table.name(), removed.name()), added.name())));
		}
	}

	/**
	 * A column may become longer when it gets another name. That it holds other values
	 * then is for a person to say.
	 */
	private static boolean isOfSameKind(Type one, Type other) {
		return one.equals(other) || (one instanceof Type.Generic generic && other instanceof Type.Generic otherGeneric
				&& generic.name() == otherGeneric.name());
	}

	private boolean isOfSameOrigin(Table table, Column removed, Column added) {
		QualifiedName before = table.name();
		for (Rename rename : this.accepted) {
			if (rename instanceof Rename.OfTable renamed && renamed.from().sibling(renamed.to()).equals(before)) {
				before = renamed.from();
			}
		}
		return this.evidence.origins()
			.isSame(new ColumnName(before, removed.name()), new ColumnName(table.name(), added.name()));
	}

	private void askForTables() {
		for (Table removed : removedTables()) {
			List<Rename> candidates = addedTables().stream()
				.filter((added) -> TableLikeness.isCandidate(added, removed))
				.map((added) -> (Rename) new Rename.OfTable(removed.name(), added.name().name()))
				.toList();
			if (!candidates.isEmpty()) {
				decide(new RenameQuestion(
						"Table " + removed.name() + " is gone. Was it renamed to " + alternatives(candidates) + "?",
						candidates, false));
			}
		}
	}

	/**
	 * A change of the naming strategy gives many columns other names at once.
	 */
	private void askForPattern() {
		List<Rename> candidates = new ArrayList<>();
		for (Table table : this.target.tables()) {
			Map<String, String> byLetters = new TreeMap<>();
			columnNames(addedColumns(table)).forEach((name) -> byLetters.put(letters(name), name));
			for (String removed : columnNames(removedColumns(table))) {
				String added = byLetters.get(letters(removed));
				if (added != null) {
					candidates.add(new Rename.OfColumn(new ColumnName(table.name(), removed), added));
				}
			}
		}
		if (candidates.size() > 1) {
			decide(new RenameQuestion(
					candidates.size() + " columns are gone and have come with the same words, written "
							+ "otherwise, such as " + candidates.get(0) + ". Were they all renamed?",
					candidates, true));
		}
	}

	private void askForColumns(Table table) {
		for (Column removed : removedColumns(table)) {
			List<Rename> candidates = addedColumns(table).stream()
				.filter((added) -> added.type().equals(removed.type())
						|| letters(added.name()).equals(letters(removed.name()))
						|| isOfSameOrigin(table, removed, added))
				.map((added) -> (Rename) new Rename.OfColumn(new ColumnName(table.name(), removed.name()),
						added.name()))
				.toList();
			if (!candidates.isEmpty()) {
				decide(new RenameQuestion("Column " + table.name() + "." + removed.name()
						+ " is gone. Was it renamed to " + alternatives(candidates) + "?", candidates, false));
			}
		}
	}

	private void decide(RenameQuestion question) {
		this.decision.decide(question).forEach(this::accept);
	}

	private static String alternatives(List<Rename> candidates) {
		return String.join(" or ", candidates.stream()
			.map((rename) -> (rename instanceof Rename.OfTable table) ? table.to() : ((Rename.OfColumn) rename).to())
			.toList());
	}

	private List<Table> addedTables() {
		Set<QualifiedName> present = new HashSet<>(names(this.inspected.tables()));
		return this.target.tables()
			.stream()
			.filter((table) -> !present.contains(table.name()) && this.settings.includesTable(table.name(), true))
			.toList();
	}

	private List<Table> removedTables() {
		Set<QualifiedName> wanted = new HashSet<>(names(this.target.tables()));
		return this.inspected.tables()
			.stream()
			.filter((table) -> !wanted.contains(table.name()) && this.settings.includesTable(table.name(), false))
			.toList();
	}

	private List<Column> addedColumns(Table table) {
		return this.inspected.table(table.name())
			.map((present) -> table.columns()
				.stream()
				.filter((column) -> present.column(column.name()) == null)
				.toList())
			.orElse(List.of());
	}

	private List<Column> removedColumns(Table table) {
		return this.inspected.table(table.name())
			.map((present) -> present.columns()
				.stream()
				.filter((column) -> table.column(column.name()) == null)
				.toList())
			.orElse(List.of());
	}

	private static List<QualifiedName> names(List<Table> tables) {
		return tables.stream().map(Table::name).toList();
	}

	private static QualifiedName name(List<Table> tables, String name) {
		return names(tables).stream().filter((each) -> each.name().equals(name)).findFirst().orElseThrow();
	}

	private static List<String> tableNames(List<Table> tables) {
		return tables.stream().map((table) -> table.name().name()).toList();
	}

	private static List<String> columnNames(List<Column> columns) {
		return columns.stream().map(Column::name).toList();
	}

	/**
	 * Return which removed names differ from an added one in their case only.
	 */
	private static Map<String, String> sameLetters(List<String> added, List<String> removed) {
		Map<String, String> pairs = new LinkedHashMap<>();
		for (String name : removed) {
			added.stream().filter(name::equalsIgnoreCase).findFirst().ifPresent((other) -> pairs.put(name, other));
		}
		return pairs;
	}

	private static String letters(String name) {
		return name.replace("_", "").toLowerCase(Locale.ROOT);
	}

}
