package dev.migration.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migration.dialect.Dialect;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.Computed;
import dev.migration.schema.EnumType;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Identity;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ReferentialAction;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Table;
import dev.migration.schema.TableComment;
import dev.migration.schema.TableElement;
import dev.migration.schema.Type;
import dev.migration.schema.TypeName;
import dev.migration.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * A table that can be changed. What is on its columns knows them and not their names, so
 * that it follows them.
 */
final class RandomTable {

	private final Dialect dialect;

	final @Nullable String schema;

	String name;

	@Nullable String comment;

	final List<Col> columns = new ArrayList<>();

	final List<Col> key = new ArrayList<>();

	@Nullable String keyName;

	final List<Key> uniques = new ArrayList<>();

	final List<Check> checks = new ArrayList<>();

	final List<Ix> indexes = new ArrayList<>();

	final List<Fk> foreignKeys = new ArrayList<>();

	/** Whether there may be rows. */
	boolean hasRows;

	RandomTable(Dialect dialect, @Nullable String schema, String name) {
		this.dialect = dialect;
		this.schema = schema;
		this.name = name;
	}

	QualifiedName qualifiedName() {
		return new QualifiedName(this.schema, this.name);
	}

	/**
	 * Return the name as it stands in SQL.
	 */
	String sql() {
		return ((this.schema != null) ? quote(this.schema) + "." : "") + quote(this.name);
	}

	/**
	 * Names in expressions are those of the columns, so they are quoted alike.
	 */
	private String quote(String identifier) {
		return this.dialect.quote(identifier);
	}

	/**
	 * Take a column out, with all that is on it.
	 */
	void remove(Col column) {
		this.columns.remove(column);
		if (this.key.remove(column)) {
			this.key.clear();
			this.keyName = null;
		}
		this.uniques.removeIf((unique) -> unique.columns.contains(column));
		this.checks.removeIf((check) -> check.column == column);
		this.indexes.removeIf((index) -> index.columns.contains(column) || index.where == column);
		this.foreignKeys.removeIf((each) -> each.columns.contains(column));
	}

	/**
	 * Return whether a key or an index is on the same columns. H2 shares its indexes
	 * among keys, and then does not let them go one by one.
	 */
	boolean hasKeyOf(List<Col> columns) {
		Set<Col> all = Set.copyOf(columns);
		return all.equals(Set.copyOf(this.key))
				|| this.uniques.stream().anyMatch((unique) -> all.equals(Set.copyOf(unique.columns)))
				|| this.indexes.stream().anyMatch((index) -> all.equals(Set.copyOf(index.columns)));
	}

	/**
	 * Return the columns that something computes from or points with.
	 */
	Set<Col> bound() {
		Set<Col> bound = new LinkedHashSet<>();
		this.columns.stream().map((column) -> column.source).forEach(bound::add);
		this.foreignKeys.forEach((each) -> bound.addAll(each.columns));
		return bound;
	}

	Table table() {
		List<TableElement> elements = new ArrayList<>();
		this.columns.forEach((column) -> elements.add(column(column)));
		if (!this.key.isEmpty()) {
			elements.add(new PrimaryKey(this.keyName, names(this.key)));
		}
		this.uniques.forEach((unique) -> elements
			.add(new UniqueConstraint(unique.name, names(unique.columns), null, unique.isNullsNotDistinct, List.of())));
		this.checks.forEach((check) -> elements
			.add(new CheckConstraint(check.name, check.condition.formatted(quote(check.column.name)))));
		this.foreignKeys.forEach((each) -> elements.add(foreignKey(each)));
		if (this.comment != null) {
			elements.add(new TableComment(this.comment));
		}
		return Table.of(qualifiedName(), elements);
	}

	private Column column(Col column) {
		Column result = new Column(column.name, column.type()).nullable(column.isNullable)
			.identity(column.identity)
			.serverDefault(column.serverDefault)
			.comment(column.comment);
		if (column.collation != null && column.type() instanceof Type.Generic generic
				&& generic.name() == TypeName.VARCHAR) {
			result = result.collation(column.collation);
		}
		return (column.source == null) ? result : result
			.computed(new Computed(column.expression.formatted(quote(column.source.name)), column.isStored));
	}

	private static ForeignKey foreignKey(Fk key) {
		return new ForeignKey(key.name, names(key.columns), key.target.qualifiedName(), names(key.targets),
				key.onDelete, key.onUpdate, null, null, false);
	}

	private static List<String> names(Collection<Col> columns) {
		return columns.stream().map((column) -> column.name).toList();
	}

	List<Index> indexes() {
		List<Index> all = new ArrayList<>();
		for (Ix index : this.indexes) {
			List<IndexPart> parts = new ArrayList<>();
			for (Col column : index.columns) {
				IndexPart part = index.isExpression ? IndexPart.ofExpression("upper(" + quote(column.name) + ")")
						: IndexPart.ofColumn(column.name);
				part = index.isDescending ? part.descending() : part;
				parts.add(index.isNullsFirst ? part.nullsFirst() : part);
			}
			Index result = new Index(index.name, qualifiedName(), parts);
			result = index.isUnique ? result.unique() : result;
			all.add((index.where != null) ? result.where(quote(index.where.name) + " IS NOT NULL") : result);
		}
		return all;
	}

	@Override
	public String toString() {
		return this.columns.stream()
			.map((column) -> column.name)
			.collect(Collectors.joining(", ", this.name + "(", ")"));
	}

	static final class Col {

		String name;

		Type type;

		@Nullable SharedEnum enumType;

		boolean isNullable = true;

		@Nullable Identity identity;

		@Nullable ServerDefault serverDefault;

		@Nullable String comment;

		@Nullable String collation;

		@Nullable Col source;

		String expression = "";

		boolean isStored;

		/** Whether each row has another value. */
		boolean isFilled = true;

		Col(String name, Type type) {
			this.name = name;
			this.type = type;
		}

		Type type() {
			return (this.enumType != null) ? new Type.Enumeration(this.enumType.enumType()) : this.type;
		}

	}

	static final class SharedEnum {

		final String name;

		final List<String> values;

		SharedEnum(String name, List<String> values) {
			this.name = name;
			this.values = new ArrayList<>(values);
		}

		EnumType enumType() {
			return new EnumType(QualifiedName.of(this.name), this.values);
		}

	}

	record Key(@Nullable String name, List<Col> columns, boolean isNullsNotDistinct) {
	}

	record Check(@Nullable String name, Col column, String condition) {
	}

	record Ix(@Nullable String name, List<Col> columns, boolean isUnique, boolean isDescending, boolean isNullsFirst,
			boolean isExpression, @Nullable Col where) {
	}

	record Fk(@Nullable String name, List<Col> columns, RandomTable target, List<Col> targets,
			@Nullable ReferentialAction onDelete, @Nullable ReferentialAction onUpdate) {
	}

}
