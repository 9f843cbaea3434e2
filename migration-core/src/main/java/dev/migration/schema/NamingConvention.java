package dev.migration.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Names what has no name, so that it has the same one on every database and can be
 * dropped again. The templates are those of SQLAlchemy, with tokens such as
 * {@code %(table_name)s}:
 * <ul>
 * <li>{@code table_name};</li>
 * <li>{@code column_0_name}, {@code column_1_name} and so on, {@code column_0N_name} for
 * all of them together, {@code column_0_N_name} or {@code column_names} for all with
 * underscores in between; an expression counts as {@code expr};</li>
 * <li>{@code referred_table_name}, {@code referred_column_0_name}: of a foreign key;</li>
 * <li>{@code condition_hash}: eight digits for the condition of a check;</li>
 * <li>{@code constraint_name}: the name that was given. A template with this token is
 * also applied to what has a name, unless the name has the form of the template
 * already.</li>
 * </ul>
 * A name of more than 63 bytes, the most that every database takes, is cut and gets eight
 * digits of its hash.
 *
 * @param ix the template for indexes
 * @param uq the template for unique constraints
 * @param ck the template for check constraints
 * @param fk the template for foreign keys
 * @param pk the template for primary keys
 * @param ex the template for exclusion constraints
 */
public record NamingConvention(String ix, String uq, String ck, String fk, String pk, String ex) {

	/**
	 * The longest name that every database takes, in bytes.
	 */
	public static final int LONGEST_NAME = 63;

	/**
	 * The convention unless another one is set.
	 */
	public static final NamingConvention DEFAULT = new NamingConvention("ix_%(table_name)s_%(column_names)s",
			"uq_%(table_name)s_%(column_names)s", "ck_%(table_name)s_%(condition_hash)s",
			"fk_%(table_name)s_%(column_names)s_%(referred_table_name)s", "pk_%(table_name)s",
			"ex_%(table_name)s_%(column_names)s");

	private static final Set<String> KINDS = Set.of("ix", "uq", "ck", "fk", "pk", "ex");

	public NamingConvention {
		NameTemplate.require("ix", ix);
		NameTemplate.require("uq", uq);
		NameTemplate.require("ck", ck);
		NameTemplate.require("fk", fk);
		NameTemplate.require("pk", pk);
		NameTemplate.require("ex", ex);
	}

	/**
	 * Return this convention with other templates.
	 * @param templates templates by {@code ix}, {@code uq}, {@code ck}, {@code fk},
	 * {@code pk} or {@code ex}
	 * @return the convention
	 * @throws IllegalArgumentException if there is no such kind or token
	 */
	public NamingConvention with(Map<String, String> templates) {
		for (String kind : templates.keySet()) {
			if (!KINDS.contains(kind)) {
				throw new IllegalArgumentException(
						"The naming convention has no template '" + kind + "'; there are ix, uq, ck, fk, pk and ex");
			}
		}
		return new NamingConvention(templates.getOrDefault("ix", this.ix), templates.getOrDefault("uq", this.uq),
				templates.getOrDefault("ck", this.ck), templates.getOrDefault("fk", this.fk),
				templates.getOrDefault("pk", this.pk), templates.getOrDefault("ex", this.ex));
	}

	/**
	 * Name what a table has without a name.
	 * @param table the table
	 * @return the table with names for all of its constraints
	 */
	public Table apply(Table table) {
		List<TableElement> elements = new ArrayList<>();
		for (TableElement element : table.elements()) {
			elements.add((element instanceof Constraint constraint) ? apply(table.name(), constraint) : element);
		}
		Table named = Table.of(table.name(), elements);
		return new Table(table.name(), table.columns(), named.primaryKey(), named.uniqueConstraints(),
				named.foreignKeys(), named.checkConstraints(), named.exclusionConstraints(), table.comment(),
				table.options());
	}

	/**
	 * Name the constraints behind a column.
	 * @param table the table of the column
	 * @param column the column
	 * @return the column with names for all of its constraints
	 */
	public Column apply(QualifiedName table, Column column) {
		return column.with(column.constraints().stream().map((constraint) -> apply(table, constraint)).toList());
	}

	/**
	 * Name a constraint.
	 * @param table its table
	 * @param constraint the constraint
	 * @return the constraint with a name
	 */
	public Constraint apply(QualifiedName table, Constraint constraint) {
		String name = NameTemplate.apply(template(constraint.kind()), constraint.name(), values(table, constraint));
		return constraint.named(name);
	}

	/**
	 * Return the full name of a constraint that is only known by its name, as when it is
	 * dropped.
	 * @param table its table
	 * @param kind its kind
	 * @param name the name that was given
	 * @return the name
	 */
	public String apply(QualifiedName table, ConstraintKind kind, String name) {
		return NameTemplate.applyToName(template(kind), name, Map.of("table_name", table.name()));
	}

	/**
	 * Name an index.
	 * @param index the index
	 * @return the index with a name
	 */
	public Index apply(Index index) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("table_name", index.table().name());
		addColumns(values, "", index.parts().stream().map(NamingConvention::columnName).toList());
		return index.named(NameTemplate.apply(this.ix, index.name(), values));
	}

	private static String columnName(IndexPart part) {
		return part.isExpression() ? "expr" : part.text();
	}

	private String template(ConstraintKind kind) {
		return switch (kind) {
			case PRIMARY_KEY -> this.pk;
			case UNIQUE_CONSTRAINT -> this.uq;
			case FOREIGN_KEY -> this.fk;
			case CHECK_CONSTRAINT -> this.ck;
			case EXCLUSION_CONSTRAINT -> this.ex;
		};
	}

	private static Map<String, String> values(QualifiedName table, Constraint constraint) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("table_name", table.name());
		if (constraint instanceof PrimaryKey key) {
			addColumns(values, "", key.columns());
		}
		else if (constraint instanceof UniqueConstraint unique) {
			addColumns(values, "", unique.columns());
		}
		else if (constraint instanceof ForeignKey key) {
			addColumns(values, "", key.columns());
			addColumns(values, "referred_", key.referencedColumns());
			values.put("referred_table_name", key.referencedTable().name());
		}
		else if (constraint instanceof CheckConstraint check) {
			values.put("condition_hash", NameTemplate.hash(check.condition()));
		}
		else if (constraint instanceof ExclusionConstraint exclusion) {
			addColumns(values, "", exclusion.parts().stream().map((part) -> columnName(part.part())).toList());
		}
		return values;
	}

	private static void addColumns(Map<String, String> values, String prefix, List<String> columns) {
		for (int i = 0; i < columns.size(); i++) {
			values.put(prefix + "column_" + i + "_name", columns.get(i));
		}
		values.put(prefix + "column_0N_name", String.join("", columns));
		values.put(prefix + "column_0_N_name", String.join("_", columns));
		values.put(prefix + "column_names", String.join("_", columns));
	}

	/**
	 * Return a name that every database takes.
	 * @param name the name as one would like it
	 * @return the name, cut and with a hash if it is longer than {@value #LONGEST_NAME}
	 * bytes
	 */
	public static String cut(String name) {
		if (name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME) {
			return name;
		}
		String hash = "_" + NameTemplate.hash(name);
		StringBuilder head = new StringBuilder();
		int bytes = hash.length();
		for (int codePoint : name.codePoints().toArray()) {
			bytes += Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
			if (bytes > LONGEST_NAME) {
				break;
			}
			head.appendCodePoint(codePoint);
		}
		return head + hash;
	}

	/**
	 * Return a name for what a database needs a name for although it is not a thing of
	 * its own elsewhere, such as the check that keeps the values of an enum type.
	 * @param kind the beginning of the name
	 * @param table the table
	 * @param column the column
	 * @return the name
	 */
	public static String derived(String kind, QualifiedName table, @Nullable String column) {
		return cut(kind + "_" + table.name() + ((column != null) ? "_" + column : ""));
	}

}
