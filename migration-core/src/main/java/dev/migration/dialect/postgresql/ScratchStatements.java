package dev.migration.dialect.postgresql;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.StandardRenderer;
import dev.migration.operation.IndexOperation;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.Computed;
import dev.migration.schema.Constraint;
import dev.migration.schema.EnumType;
import dev.migration.schema.ExclusionConstraint;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Table;
import dev.migration.schema.Type;

/**
 * Writes the statements that create definitions as temporary tables, as far as only the
 * server knows how it would write them: keys that name columns are not among them.
 */
final class ScratchStatements {

	private static final String SCHEMA = "pg_temp";

	private final StandardRenderer renderer;

	private final PostgresqlDefinitions definitions;

	private final ScratchNames names;

	private final List<ScratchStatement> statements = new ArrayList<>();

	private final Map<QualifiedName, String> tables = new LinkedHashMap<>();

	private final Map<QualifiedName, String> enumTypes = new LinkedHashMap<>();

	// By identity: two definitions without a name can be equal.
	private final Map<Object, String> parts = new IdentityHashMap<>();

	ScratchStatements(StandardRenderer renderer, ScratchNames names, Schema schema) {
		this.renderer = renderer;
		this.definitions = new PostgresqlDefinitions(renderer);
		this.names = names;
		enumTypes(schema).forEach(this::createEnumType);
		mentioned(schema).forEach(this::createSequence);
		schema.tables().forEach((table) -> this.tables.putIfAbsent(table.name(), names.ofTable(table.name())));
		schema.tables().forEach(this::createTable);
		schema.indexes().forEach(this::createIndex);
	}

	List<ScratchStatement> statements() {
		return this.statements;
	}

	/**
	 * Return the names that the tables have here.
	 */
	Map<QualifiedName, String> tables() {
		return this.tables;
	}

	/**
	 * Return the names that the enum types have here.
	 */
	Map<QualifiedName, String> enumTypes() {
		return this.enumTypes;
	}

	/**
	 * Return the name that a constraint or index has here.
	 * @param definition the very definition of the schema
	 * @return the name, or {@code null} if it was not created
	 */
	@Nullable String nameOf(Object definition) {
		return this.parts.get(definition);
	}

	private static Set<EnumType> enumTypes(Schema schema) {
		Set<EnumType> types = new LinkedHashSet<>(schema.enumTypes());
		for (Table table : schema.tables()) {
			for (Column column : table.columns()) {
				Type type = column.type();
				while (type instanceof Type.Array array) {
					type = array.element();
				}
				if (type instanceof Type.Enumeration enumeration) {
					types.add(enumeration.enumType());
				}
			}
		}
		return types;
	}

	private void createEnumType(EnumType type) {
		if (this.enumTypes.containsKey(type.name())) {
			return;
		}
		String name = this.names.ofMentioned(type.name());
		this.enumTypes.put(type.name(), name);
		String values = type.values()
			.stream()
			.map((value) -> this.renderer.dialect().literal(value))
			.collect(Collectors.joining(", ", "(", ")"));
		add("CREATE TYPE " + quote(name) + " AS ENUM " + values, "enum type '" + type.name() + "' " + values);
	}

	/**
	 * A default can number by a sequence that is not there yet. Most sequences are in no
	 * expression, and each is a file for the server.
	 */
	private static List<Sequence> mentioned(Schema schema) {
		if (schema.sequences().isEmpty()) {
			return List.of();
		}
		String expressions = schema.tables()
			.stream()
			.flatMap((table) -> table.columns().stream())
			.map((column) -> (column.serverDefault() instanceof ServerDefault.Expression expression) ? expression.sql()
					: "")
			.collect(Collectors.joining("\n"));
		return schema.sequences().stream().filter((sequence) -> expressions.contains(sequence.name().name())).toList();
	}

	private void createSequence(Sequence sequence) {
		add("CREATE SEQUENCE " + quote(this.names.ofMentioned(sequence.name())), "sequence '" + sequence.name() + "'");
	}

	private void createTable(Table table) {
		List<Column> columns = table.columns().stream().map(this::scratch).toList();
		List<CheckConstraint> checks = new ArrayList<>();
		for (CheckConstraint check : table.checkConstraints()) {
			CheckConstraint scratch = new CheckConstraint(this.names.next(), this.names.rewrite(check.condition()));
			this.parts.put(check, scratch.name());
			checks.add(scratch);
		}
		this.statements.add(new ScratchStatement(createTable(table, columns, checks), "table '" + table.name() + "'",
				() -> narrowed(table, columns, checks)));
		for (ExclusionConstraint exclusion : table.exclusionConstraints()) {
			ExclusionConstraint scratch = scratch(exclusion);
			this.parts.put(exclusion, scratch.name());
			add("ALTER TABLE " + quote(nameOf(table)) + " ADD " + this.definitions.constraint(scratch),
					describe(table, exclusion, this.definitions.constraint(scratch)));
		}
	}

	private String createTable(Table table, List<Column> columns, List<CheckConstraint> checks) {
		List<String> elements = new ArrayList<>();
		columns.forEach((column) -> elements.add(this.definitions.column(column, table)));
		checks.forEach((check) -> elements.add(this.definitions.constraint(check)));
		return "CREATE TABLE " + quote(nameOf(table)) + " (" + String.join(", ", elements) + ")";
	}

	/**
	 * Return statements that each create less of a table, so that the first one that
	 * fails tells the column or condition that is wrong.
	 */
	private List<ScratchStatement> narrowed(Table table, List<Column> columns, List<CheckConstraint> checks) {
		List<ScratchStatement> attempts = new ArrayList<>();
		List<Column> plain = columns.stream().filter((column) -> column.computed() == null).toList();
		for (Column column : plain) {
			attempts.add(new ScratchStatement(createTable(table, List.of(column), List.of()), describe(table, column)));
		}
		for (Column computed : columns) {
			if (computed.computed() != null) {
				List<Column> others = new ArrayList<>(plain);
				others.add(computed);
				attempts.add(new ScratchStatement(createTable(table, others, List.of()), describe(table, computed)));
			}
		}
		for (int i = 0; i < checks.size(); i++) {
			CheckConstraint original = table.checkConstraints().get(i);
			attempts.add(new ScratchStatement(createTable(table, columns, List.of(checks.get(i))),
					describe(table, original, original.condition())));
		}
		return attempts;
	}

	private static String describe(Table table, Constraint constraint, String sql) {
		return constraint.describe() + " of table '" + table.name() + "' (" + sql + ")";
	}

	private String describe(Table table, Column column) {
		return "column '" + table.name() + "." + column.name() + "' (" + this.definitions.column(column, table) + ")";
	}

	/**
	 * An identity is a sequence, and so a file for the server; what it does with its
	 * options is known.
	 */
	private Column scratch(Column column) {
		Column scratch = column.ofType(scratch(column.type())).identity(null);
		if (column.serverDefault() instanceof ServerDefault.Expression expression) {
			scratch = scratch.serverDefault(new ServerDefault.Expression(this.names.rewrite(expression.sql())));
		}
		Computed computed = column.computed();
		return (computed != null)
				? scratch.computed(new Computed(this.names.rewrite(computed.expression()), computed.isStored()))
				: scratch;
	}

	private Type scratch(Type type) {
		if (type instanceof Type.Array array) {
			return new Type.Array(scratch(array.element()), array.length());
		}
		if (type instanceof Type.Enumeration enumeration) {
			EnumType enumType = enumeration.enumType();
			return new Type.Enumeration(
					new EnumType(QualifiedName.of(this.enumTypes.getOrDefault(enumType.name(), enumType.name().name())),
							enumType.values()));
		}
		return (type instanceof Type.Verbatim verbatim) ? new Type.Verbatim(this.names.rewrite(verbatim.sql())) : type;
	}

	private ExclusionConstraint scratch(ExclusionConstraint exclusion) {
		List<ExclusionConstraint.Part> scratch = exclusion.parts()
			.stream()
			.map((each) -> new ExclusionConstraint.Part(scratch(each.part()), each.operator()))
			.toList();
		return new ExclusionConstraint(this.names.next(), exclusion.method(), scratch,
				rewriteIfGiven(exclusion.where()), exclusion.deferral());
	}

	private IndexPart scratch(IndexPart part) {
		return part.isExpression() ? new IndexPart(this.names.rewrite(part.text()), true, part.isDescending(),
				part.nulls(), part.collation(), part.operatorClass(), part.prefixLength()) : part;
	}

	private @Nullable String rewriteIfGiven(@Nullable String sql) {
		return (sql != null) ? this.names.rewrite(sql) : null;
	}

	private void createIndex(Index index) {
		String table = this.tables.get(index.table());
		if (table == null || isPlain(index)) {
			return;
		}
		Index scratch = new Index(this.names.next(), new QualifiedName(SCHEMA, table),
				index.parts().stream().map(this::scratch).toList(), index.isUnique(), false, index.method(),
				rewriteIfGiven(index.where()), index.include(), index.isNullsNotDistinct(), index.storageParameters());
		this.parts.put(index, scratch.name());
		String sql = new PostgresqlIndexes(this.renderer).definition(new IndexOperation.CreateIndex(scratch, false),
				"");
		add(sql, "index " + ((index.name() != null) ? "'" + index.name() + "' " : "") + "of table '" + index.table()
				+ "' (" + sql + ")");
	}

	/**
	 * Return whether an index only says what comes out as it is.
	 */
	private static boolean isPlain(Index index) {
		return index.method() == null && index.where() == null && index.storageParameters().isEmpty()
				&& index.parts().stream().allMatch((part) -> part.equals(IndexPart.ofColumn(part.text())));
	}

	private String nameOf(Table table) {
		return this.tables.getOrDefault(table.name(), table.name().name());
	}

	private String quote(String name) {
		return this.renderer.quote(new QualifiedName(SCHEMA, name));
	}

	private void add(String sql, String what) {
		this.statements.add(new ScratchStatement(sql, what));
	}

}
