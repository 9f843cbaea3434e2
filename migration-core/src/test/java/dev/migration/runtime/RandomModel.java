package dev.migration.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

import dev.migration.dialect.Dialect;
import dev.migration.runtime.RandomTable.Check;
import dev.migration.runtime.RandomTable.Col;
import dev.migration.runtime.RandomTable.Fk;
import dev.migration.runtime.RandomTable.Ix;
import dev.migration.runtime.RandomTable.Key;
import dev.migration.runtime.RandomTable.SharedEnum;
import dev.migration.schema.EnumType;
import dev.migration.schema.Identity;
import dev.migration.schema.Index;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ReferentialAction;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.SequenceOptions;
import dev.migration.schema.Table;
import dev.migration.schema.Type;
import dev.migration.schema.TypeName;
import dev.migration.schema.Types;
import dev.migration.test.TestDatabase.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A target schema with everything that a kind of database has, from a seed.
 */
final class RandomModel {

	private static final List<String> WORDS = List.of("team", "Order", "select", "größe", "two words", "it's",
			"quo\"te", "do.t", "100%", "wh?t", ":x", "back`tick", "a\\b", "日本", "CAPS", "mixedCase", "x");

	/** PostgreSQL cuts what is longer, and MariaDB takes one more. */
	private static final int LONGEST_NAME = 63;

	final Random random;

	final Kind kind;

	private final Dialect dialect;

	final RandomTypes types;

	final List<RandomTable> tables = new ArrayList<>();

	final List<SharedEnum> enums = new ArrayList<>();

	final List<Sequence> sequences = new ArrayList<>();

	private int count;

	RandomModel(long seed, Kind kind) {
		this.random = new Random(seed);
		this.kind = kind;
		this.dialect = new Dialects(RandomModel.class.getClassLoader()).forId(kind.name().toLowerCase(Locale.ROOT));
		this.types = new RandomTypes(this.random, kind);
		for (int i = this.random.nextInt(3); i > 0; i--) {
			this.enums.add(new SharedEnum(name(), new ArrayList<>(List.of("NEW", "it's", "größe"))));
		}
		for (int i = 1 + this.random.nextInt(4); i > 0; i--) {
			addTable();
		}
		for (int i = this.random.nextInt(4); i > 0; i--) {
			addForeignKey();
		}
		for (int i = this.random.nextInt(3); i > 0; i--) {
			addSequence();
		}
	}

	boolean chance(int one) {
		return this.random.nextInt(one) == 0;
	}

	<T> T pick(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	/**
	 * Return a name that is not taken.
	 */
	String name() {
		String name = pick(WORDS) + "_" + this.count++;
		if (chance(12)) {
			return name.replaceAll("\\W", "n") + "n".repeat(LONGEST_NAME - name.length());
		}
		return chance(3) ? name : name.toLowerCase(Locale.ROOT).replaceAll("\\W", "n");
	}

	private @Nullable String nameOrNone() {
		return chance(2) ? null : name();
	}

	RandomTable addTable() {
		boolean hasSchemas = this.kind == Kind.POSTGRESQL || this.kind == Kind.H2;
		RandomTable table = new RandomTable(this.dialect, (hasSchemas && chance(5)) ? "Other schema" : null, name());
		this.tables.add(table);
		addKey(table);
		for (int i = 1 + this.random.nextInt(6); i > 0; i--) {
			addColumn(table);
		}
		for (int i = this.random.nextInt(3); i > 0; i--) {
			addUnique(table);
		}
		for (int i = this.random.nextInt(3); i > 0; i--) {
			addIndex(table);
		}
		for (int i = this.random.nextInt(3); i > 0; i--) {
			addCheck(table);
		}
		if (chance(3)) {
			table.comment = this.types.pick("it's a table", "a \\ \ud83d\ude00");
		}
		return table;
	}

	private void addKey(RandomTable table) {
		int shape = this.random.nextInt(6);
		if (shape == 0) {
			return;
		}
		table.keyName = (this.kind == Kind.MARIADB || chance(2)) ? null : name();
		if (shape < 3) {
			Col id = new Col(name(), this.types.pick(Types.integer(), Types.bigint()));
			id.isNullable = false;
			boolean hasSequences = this.kind != Kind.SQLITE && this.kind != Kind.MARIADB;
			id.identity = (chance(3) && hasSequences) ? Identity.ALWAYS : Identity.BY_DEFAULT;
			if (chance(4) && hasSequences) {
				id.identity = id.identity.incrementBy(10).maxValue(1_000_000);
			}
			table.columns.add(id);
			table.key.add(id);
			return;
		}
		for (int i = (shape < 5) ? 1 : 2; i > 0; i--) {
			Col part = new Col(name(), this.types.ofKey());
			part.isNullable = false;
			table.columns.add(part);
			table.key.add(part);
		}
	}

	/**
	 * Add a column. Where there are rows, it does without values.
	 */
	Col addColumn(RandomTable table) {
		Col column = new Col(name(), this.types.any());
		// A revision in Java cannot name the type from within another schema.
		if (!this.enums.isEmpty() && chance(7) && table.schema == null) {
			column.enumType = pick(this.enums);
		}
		if (chance(2)) {
			column.serverDefault = this.types.serverDefault(column.type());
		}
		column.isNullable = table.hasRows ? column.serverDefault == null || chance(2) : chance(2);
		column.isFilled = !table.hasRows;
		if (chance(5)) {
			column.comment = this.types.pick("it's \"a\" \\ column", "two\nlines", "ä \ud83d\ude00");
		}
		if (chance(5) && this.kind != Kind.H2) {
			column.collation = this.types.collation();
		}
		if (chance(8)) {
			compute(table, column);
		}
		table.columns.add(this.random.nextInt(table.columns.size() + 1), column);
		return column;
	}

	private void compute(RandomTable table, Col column) {
		List<Col> sources = table.columns.stream()
			.filter((each) -> each.source == null && each.identity == null && each.enumType == null
					&& each.type instanceof Type.Generic generic
					&& (generic.name() == TypeName.INTEGER || generic.name() == TypeName.BIGINT)
					&& !table.bound().contains(each))
			.toList();
		if (sources.isEmpty()) {
			return;
		}
		column.source = pick(sources);
		column.enumType = null;
		column.type = Types.bigint();
		column.expression = this.types.pick("%s * 2", "%s + 1", "abs(%s)");
		column.isStored = this.kind == Kind.POSTGRESQL || this.kind == Kind.H2 || chance(2);
		column.serverDefault = null;
		column.isNullable = true;
	}

	void addUnique(RandomTable table) {
		List<Col> columns = some(table, (column) -> RandomTypes.isDistinct(column.type()) && column.source == null
				&& (column.isFilled || !table.hasRows));
		if (!columns.isEmpty() && !table.hasKeyOf(columns)) {
			table.uniques.add(new Key(nameOrNone(), columns, chance(4) && hasNulls()));
		}
	}

	/**
	 * Return whether the order of null can be said, and whether there can be two.
	 */
	private boolean hasNulls() {
		return this.kind == Kind.POSTGRESQL || this.kind == Kind.H2;
	}

	private List<Col> some(RandomTable table, Predicate<Col> condition) {
		List<Col> choices = new ArrayList<>(table.columns.stream().filter(condition).toList());
		Collections.shuffle(choices, this.random);
		return new ArrayList<>(choices.subList(0, Math.min(choices.size(), 1 + this.random.nextInt(2))));
	}

	void addIndex(RandomTable table) {
		boolean isUnique = chance(4);
		boolean isExpression = chance(4) && (this.kind == Kind.POSTGRESQL || this.kind == Kind.SQLITE);
		List<Col> columns = some(table,
				(column) -> isExpression
						? column.source == null && column.type() instanceof Type.Generic generic
								&& generic.name() == TypeName.VARCHAR
						: isUnique
								? RandomTypes.isDistinct(column.type()) && column.source == null
										&& (column.isFilled || !table.hasRows)
								: RandomTypes.isComparable(column.type()));
		if (columns.isEmpty() || table.hasKeyOf(columns)) {
			return;
		}
		boolean canBePartial = this.kind == Kind.POSTGRESQL || this.kind == Kind.SQLITE;
		Col where = (canBePartial && chance(4)) ? pick(table.columns) : null;
		table.indexes
			.add(new Ix(nameOrNone(), columns, isUnique, chance(3), chance(4) && hasNulls(), isExpression, where));
	}

	void addCheck(RandomTable table) {
		// MariaDB takes no check on a column that a foreign key sets to null.
		List<Col> columns = some(table, (column) -> column.identity == null && column.enumType == null
				&& table.foreignKeys.stream().noneMatch((key) -> key.columns().contains(column))
				&& column.source == null && column.type instanceof Type.Generic generic && switch (generic.name()) {
					case SMALLINT, INTEGER, BIGINT, NUMERIC, VARCHAR -> true;
					default -> false;
				});
		if (columns.isEmpty()) {
			return;
		}
		Col column = columns.get(0);
		boolean isText = ((Type.Generic) column.type).name() == TypeName.VARCHAR;
		table.checks.add(new Check(nameOrNone(), column, isText ? this.types.pick("length(%s) < 100", "%s <> 'x''y'",
				// The session that creates a list in H2 must stay open for it.
				(this.kind == Kind.H2) ? "%s <> 'c'" : "%1$s IN ('a', 'b') OR %1$s <> 'c'")
				: this.types.pick("%s <> 12345", "%1$s > -5 OR %1$s IS NULL", "%s BETWEEN -9 AND 999999")));
	}

	void addForeignKey() {
		RandomTable table = pick(this.tables);
		RandomTable target = pick(this.tables);
		List<List<Col>> keys = new ArrayList<>();
		if (!target.key.isEmpty()) {
			keys.add(List.copyOf(target.key));
		}
		target.uniques.stream().map(Key::columns).forEach(keys::add);
		if (keys.isEmpty()) {
			return;
		}
		List<Col> targets = pick(keys);
		List<Col> columns = new ArrayList<>();
		for (Col each : targets) {
			Col column = new Col(name(), each.type);
			column.isFilled = false;
			column.collation = each.collation;
			columns.add(column);
			table.columns.add(column);
		}
		ReferentialAction onDelete = this.types.pick(null, ReferentialAction.CASCADE, ReferentialAction.SET_NULL,
				ReferentialAction.RESTRICT, ReferentialAction.NO_ACTION);
		ReferentialAction onUpdate = this.types.pick(null, null, ReferentialAction.RESTRICT, ReferentialAction.CASCADE);
		table.foreignKeys.add(new Fk(nameOrNone(), columns, target, targets, onDelete, onUpdate));
	}

	void addSequence() {
		if (this.kind != Kind.SQLITE) {
			this.sequences.add(new Sequence(QualifiedName.of(name()), new SequenceOptions(this.types.pick(null, 5L),
					this.types.pick(null, 50L), null, this.types.pick(null, 1_000_000L), null, null)));
		}
	}

	Schema schema() {
		List<Table> all = new ArrayList<>();
		List<Index> indexes = new ArrayList<>();
		Map<String, EnumType> used = new LinkedHashMap<>();
		for (RandomTable table : this.tables) {
			all.add(table.table());
			indexes.addAll(table.indexes());
			table.columns.stream()
				.filter((column) -> column.enumType != null)
				.forEach((column) -> used.put(column.enumType.name, column.enumType.enumType()));
		}
		return new Schema(all, indexes, this.sequences,
				(this.kind == Kind.POSTGRESQL) ? List.copyOf(used.values()) : List.of());
	}

	/**
	 * Return the statements that fill the tables, each column with values that differ.
	 */
	Map<RandomTable, List<Map<String, Object>>> rows() {
		Map<RandomTable, List<Map<String, Object>>> all = new LinkedHashMap<>();
		for (RandomTable table : this.tables) {
			if (chance(4) || table.columns.stream().anyMatch(RandomModel::needsUnknownValue)) {
				continue;
			}
			List<Map<String, Object>> rows = new ArrayList<>();
			for (int row = 1; row <= 3; row++) {
				rows.add(row(table, row));
			}
			table.hasRows = true;
			all.put(table, rows);
		}
		return all;
	}

	private static boolean needsUnknownValue(Col column) {
		return !column.isNullable && RandomTypes.value(column.type(), 1) == null;
	}

	private static Map<String, Object> row(RandomTable table, int number) {
		Set<Col> empty = new LinkedHashSet<>();
		table.foreignKeys.forEach((key) -> empty.addAll(key.columns()));
		Map<String, Object> row = new LinkedHashMap<>();
		for (Col column : table.columns) {
			if (column.source != null || column.identity != null) {
				continue;
			}
			Object value = RandomTypes.value(column.type(), number);
			if (value != null && !empty.contains(column)) {
				row.put(column.name, value);
			}
		}
		return row;
	}

}
