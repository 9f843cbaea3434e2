package dev.migration.jpa;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.hibernate.MappingException;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Constraint;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

import dev.migration.NothingToCompareException;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Deferral;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ReferentialAction;
import dev.migration.schema.TableOption;
import dev.migration.schema.UniqueConstraint;

/**
 * Reads a table, with its constraints and indexes.
 */
final class TableReader {

	private static final Set<String> CONSTRAINT_CLAUSES = Set.of("on delete", "on update", "match", "deferrable",
			"not deferrable", "initially deferred", "initially immediate", "nulls not distinct", "include", "where",
			"using", "with", "tablespace");

	private final EntityNames names;

	private final ColumnReader columns;

	private final Dialect dialect;

	TableReader(Metadata metadata, EntityNames names) {
		this.names = names;
		this.columns = new ColumnReader(metadata, names);
		this.dialect = metadata.getDatabase().getDialect();
	}

	dev.migration.schema.Table read(Table table) {
		List<dev.migration.schema.Column> read = new ArrayList<>();
		List<CheckConstraint> checks = new ArrayList<>();
		for (Column column : inOrder(table)) {
			dev.migration.schema.Column each = this.columns.read(column);
			each.constraints().forEach((check) -> checks.add((CheckConstraint) check));
			read.add(each.with(List.of()).nullable(each.nullable() && !table.isPrimaryKey(column)));
		}
		table.getChecks()
			.forEach((check) -> checks
				.add(new CheckConstraint(this.names.chosen(check.getName()), check.getConstraint())));
		return new dev.migration.schema.Table(this.names.table(table), withKeyMarked(table, read), primaryKey(table),
				uniqueConstraints(table), foreignKeys(table), checks, List.of(), table.getComment(), options(table));
	}

	/**
	 * The primary key first; Hibernate has the others in the order of the alphabet.
	 */
	private static List<Column> inOrder(Table table) {
		Set<Column> ordered = new LinkedHashSet<>();
		if (table.getPrimaryKey() != null) {
			ordered.addAll(table.getPrimaryKey().getColumns());
		}
		ordered.addAll(table.getColumns());
		return ordered.stream().map((column) -> own(table, column)).toList();
	}

	/**
	 * A constraint may have a column that only has the name of the real one.
	 */
	private static Column own(Table table, Column column) {
		Column own = table.getColumn(column);
		return (own != null) ? own : column;
	}

	private List<dev.migration.schema.Column> withKeyMarked(Table table, List<dev.migration.schema.Column> read) {
		if (table.getPrimaryKey() == null || table.getPrimaryKey().getColumnSpan() != 1) {
			return read;
		}
		String key = this.names.column(table.getPrimaryKey().getColumn(0));
		return read.stream().map((column) -> column.name().equals(key) ? column.primaryKey() : column).toList();
	}

	private @Nullable PrimaryKey primaryKey(Table table) {
		return (table.getPrimaryKey() != null) ? new PrimaryKey(null, names(table.getPrimaryKey())) : null;
	}

	private List<String> names(Constraint constraint) {
		return names(constraint.getTable(), constraint.getColumns());
	}

	private List<String> names(Table table, List<Column> list) {
		return list.stream().map((column) -> this.names.column(own(table, column))).toList();
	}

	private List<TableOption> options(Table table) {
		String options = table.getOptions();
		return (options == null || options.isBlank()) ? List.of()
				: List.of(new TableOption(DatabaseFamily.id(this.dialect), options, false));
	}

	/**
	 * The same columns are only once unique, and a name that somebody chose stays.
	 */
	private List<UniqueConstraint> uniqueConstraints(Table table) {
		Map<Set<String>, UniqueConstraint> unique = new HashMap<>();
		List<Set<String>> order = new ArrayList<>();
		for (UniqueKey key : table.getUniqueKeys().values()) {
			add(uniqueConstraint(key), unique, order);
		}
		for (Column column : table.getColumns()) {
			if (this.columns.isUnique(column) && !table.isPrimaryKey(column)) {
				add(new UniqueConstraint(null, List.of(this.names.column(column))), unique, order);
			}
		}
		return order.stream().map(unique::get).sorted(Comparator.comparing(TableReader::text)).toList();
	}

	private static String text(UniqueConstraint constraint) {
		return ((constraint.name() != null) ? constraint.name() : "") + constraint.columns();
	}

	private static void add(UniqueConstraint constraint, Map<Set<String>, UniqueConstraint> unique,
			List<Set<String>> order) {
		Set<String> key = Set.copyOf(constraint.columns());
		UniqueConstraint known = unique.get(key);
		if (known == null) {
			order.add(key);
		}
		if (known == null || known.name() == null) {
			unique.put(key, constraint);
		}
	}

	private UniqueConstraint uniqueConstraint(UniqueKey key) {
		key.getColumns().forEach((column) -> requireKnown(key.getTable(), column, key.getName(), "unique constraint"));
		UniqueConstraint constraint = new UniqueConstraint(this.names.chosen(key.getName()), names(key));
		DefinitionClauses options = options(key.getOptions());
		if (options.has("include")) {
			constraint = constraint.include(list(options.clause("include").orElse("")).toArray(String[]::new));
		}
		if (options.has("nulls not distinct")) {
			constraint = constraint.nullsNotDistinct();
		}
		Deferral deferral = deferral(options);
		return (deferral == null) ? constraint : new UniqueConstraint(constraint.name(), constraint.columns(), deferral,
				constraint.isNullsNotDistinct(), constraint.include());
	}

	/**
	 * Hibernate does not look whether what {@code @UniqueConstraint} and {@code @Index}
	 * name is there.
	 */
	private void requireKnown(Table table, Column column, String constraint, String kind) {
		if (table.getColumn(column) == null) {
			String known = table.getColumns().stream().map(this.names::column).collect(Collectors.joining(", "));
			throw new NothingToCompareException(
					"The " + kind + " '" + constraint + "' of table '" + this.names.table(table)
							+ "' names the column '" + column.getName() + "', which no attribute has",
					"Correct the annotation of the entity: it takes the names of columns, not those of attributes, "
							+ "and an expression in an index has to be in parentheses. The table has " + known + ".",
					null);
		}
	}

	private static DefinitionClauses options(@Nullable String text) {
		return new DefinitionClauses((text != null) ? text : "", CONSTRAINT_CLAUSES);
	}

	private List<String> list(String text) {
		List<String> columnNames = new ArrayList<>();
		for (String name : DefinitionClauses.unwrap(text).split(",")) {
			columnNames.add(this.names.name(name.strip()));
		}
		return columnNames;
	}

	private static @Nullable Deferral deferral(DefinitionClauses options) {
		if (options.has("initially deferred")) {
			return Deferral.INITIALLY_DEFERRED;
		}
		return options.has("deferrable") ? Deferral.INITIALLY_IMMEDIATE : null;
	}

	private List<ForeignKey> foreignKeys(Table table) {
		return table.getForeignKeyCollection()
			.stream()
			.filter((key) -> key.isCreationEnabled() && key.isPhysicalConstraint())
			.map(this::foreignKey)
			.sorted(Comparator.comparing((key) -> key.columns().toString()))
			.toList();
	}

	private ForeignKey foreignKey(org.hibernate.mapping.ForeignKey key) {
		Table target = key.getReferencedTable();
		List<Column> referenced = key.isReferenceToPrimaryKey() ? target.getPrimaryKey().getColumns()
				: key.getReferencedColumns();
		String written = (key.getKeyDefinition() != null) ? key.getKeyDefinition() : "";
		DefinitionClauses clauses = options(written + " " + ((key.getOptions() != null) ? key.getOptions() : ""));
		ReferentialAction onDelete = action(key.getOnDeleteAction());
		return new ForeignKey(this.names.chosen(key.getName()), names(key), this.names.table(target),
				names(target, referenced), (onDelete != null) ? onDelete : action(clauses, "on delete"),
				action(clauses, "on update"), match(clauses), deferral(clauses), false);
	}

	private static @Nullable ReferentialAction action(@Nullable OnDeleteAction action) {
		return (action == null || action == OnDeleteAction.NO_ACTION) ? null : ReferentialAction.valueOf(action.name());
	}

	private static @Nullable ReferentialAction action(DefinitionClauses clauses, String keyword) {
		String text = clauses.clause(keyword).orElse("").toUpperCase(Locale.ROOT);
		for (ReferentialAction action : ReferentialAction.values()) {
			if (action != ReferentialAction.NO_ACTION && text.startsWith(action.sql())) {
				return action;
			}
		}
		return null;
	}

	private static ForeignKey.@Nullable Match match(DefinitionClauses clauses) {
		String text = clauses.clause("match").orElse("simple").toUpperCase(Locale.ROOT);
		for (ForeignKey.Match match : ForeignKey.Match.values()) {
			if (match.name().equals(text)) {
				return (match != ForeignKey.Match.SIMPLE) ? match : null;
			}
		}
		throw new MappingException(
				"A foreign key is defined with MATCH " + text + ", and there is FULL, PARTIAL and SIMPLE");
	}

	List<Index> indexes(Table table) {
		return table.getIndexes()
			.values()
			.stream()
			.map((index) -> index(table, index))
			.sorted(Comparator.comparing((index) -> index.name() + index.parts()))
			.toList();
	}

	private Index index(Table table, org.hibernate.mapping.Index index) {
		QualifiedName name = this.names.table(table);
		for (Selectable selectable : index.getSelectables()) {
			if (selectable instanceof Column column) {
				requireKnown(table, column, index.getName(), "index");
			}
		}
		List<IndexPart> parts = index.getSelectables()
			.stream()
			.map((selectable) -> part(table, selectable, index.getSelectableOrderMap().get(selectable)))
			.toList();
		DefinitionClauses options = options(index.getOptions());
		Index read = new Index(this.names.chosen(index.getName()), name, parts, index.isUnique(), false, null,
				options.clause("where").map(DefinitionClauses::unwrap).orElse(null),
				options.clause("include").map(this::list).orElse(List.of()), options.has("nulls not distinct"),
				Map.of());
		for (String parameter : options.clause("with").map(this::parameters).orElse(List.of())) {
			String[] value = parameter.split("=", 2);
			read = (value.length == 2) ? read.storageParameter(value[0].strip(), value[1].strip()) : read;
		}
		return read;
	}

	private List<String> parameters(String text) {
		return List.of(DefinitionClauses.unwrap(text).split(","));
	}

	private IndexPart part(Table table, Selectable selectable, @Nullable String order) {
		IndexPart part = (selectable instanceof Column column)
				? IndexPart.ofColumn(this.names.column(own(table, column)))
				: IndexPart.ofExpression(DefinitionClauses.unwrap(selectable.getText()));
		String text = (order != null) ? order.toLowerCase(Locale.ROOT) : "";
		part = text.startsWith("desc") ? part.descending() : part;
		part = text.contains("nulls first") ? part.nullsFirst() : part;
		return text.contains("nulls last") ? part.nullsLast() : part;
	}

}
