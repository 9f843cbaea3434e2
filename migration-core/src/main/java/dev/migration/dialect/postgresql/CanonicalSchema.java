package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.ServerVersion;
import dev.migration.dialect.StandardRenderer;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.Computed;
import dev.migration.schema.EnumType;
import dev.migration.schema.ExclusionConstraint;
import dev.migration.schema.Identity;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Table;
import dev.migration.schema.Type;

/**
 * Puts definitions in the words of the server: creates them as temporary tables, reads
 * them back, and gives the definitions what was read, under their own names.
 */
final class CanonicalSchema {

	private static final CatalogueQuery TABLES = new CatalogueQuery("""
			SELECT c.oid::bigint AS oid, c.relname FROM pg_catalog.pg_class c
			WHERE c.relnamespace = pg_my_temp_schema() AND c.relkind IN ('r', 'p') AND c.relname = ANY (?::text[])""");

	private final Connection connection;

	private final StandardRenderer renderer;

	private final SchemaSearch search;

	private final ScratchNames names;

	private final Schema schema;

	private final ScratchStatements scratch;

	CanonicalSchema(Connection connection, StandardRenderer renderer, Schema schema) throws SQLException {
		this.connection = connection;
		this.renderer = renderer;
		this.search = SchemaSearch.read(connection);
		this.names = ScratchNames.read(connection, renderer::quote, this.search);
		StoredDefinitions stored = new StoredDefinitions(renderer.dialect().id(), this.search);
		CutNames.requireDistinct(schema, stored);
		this.schema = stored.schema(schema);
		this.scratch = new ScratchStatements(renderer, this.names, this.schema);
	}

	Schema read() throws SQLException {
		Map<String, TableParts.Parts> parts = ScratchRun.run(this.connection, this.scratch.statements(),
				this::readParts);
		Map<String, Index> indexes = parts.values()
			.stream()
			.flatMap((each) -> each.indexes().stream())
			.collect(Collectors.toMap((index) -> Objects.requireNonNull(index.name()), Function.identity()));
		return new Schema(
				this.schema.tables()
					.stream()
					.map((table) -> table(table,
							Objects.requireNonNull(parts.get(this.scratch.tables().get(table.name())))))
					.toList(),
				this.schema.indexes().stream().map((index) -> index(index, indexes)).toList(), this.schema.sequences(),
				this.schema.enumTypes());
	}

	private Map<String, TableParts.Parts> readParts() throws SQLException {
		Map<Long, QualifiedName> tables = new LinkedHashMap<>();
		TABLES
			.ofNames(this.connection, this.scratch.tables().values(),
					(row) -> Map.entry(row.getLong("oid"), QualifiedName.of(row.getString("relname"))))
			.forEach((table) -> tables.put(table.getKey(), table.getValue()));
		ServerVersion version = this.renderer.context().version();
		TypeReader types = new TypeReader(this.renderer.definitions(), readEnumTypes());
		Map<String, TableParts.Parts> parts = new HashMap<>();
		TableParts.read(this.connection, version, tables, this.search, types)
			.all()
			.forEach((each) -> parts.put(each.name().name(), each));
		return parts;
	}

	/**
	 * An enum type that was created here stands for the real one.
	 */
	private Map<Long, EnumType> readEnumTypes() throws SQLException {
		Map<String, QualifiedName> originals = new HashMap<>();
		this.scratch.enumTypes().forEach((original, name) -> originals.put(name, original));
		Map<Long, EnumType> types = new HashMap<>();
		for (EnumTypeReader.Found found : EnumTypeReader.read(this.connection)) {
			QualifiedName original = found.isTemporary() ? originals.get(found.name()) : null;
			types.put(found.oid(), (original != null) ? new EnumType(original, found.values()) : found.in(this.search));
		}
		return types;
	}

	private Table table(Table table, TableParts.Parts parts) {
		Map<String, Column> columns = parts.columns()
			.stream()
			.collect(Collectors.toMap(Column::name, Function.identity()));
		Map<String, CheckConstraint> checks = parts.checkConstraints()
			.stream()
			.collect(Collectors.toMap((check) -> Objects.requireNonNull(check.name()), Function.identity()));
		Map<String, ExclusionConstraint> exclusions = parts.exclusionConstraints()
			.stream()
			.collect(Collectors.toMap((exclusion) -> Objects.requireNonNull(exclusion.name()), Function.identity()));
		return new Table(table.name(),
				table.columns().stream().map((column) -> column(column, columns.get(column.name()))).toList(),
				table.primaryKey(), table.uniqueConstraints(), table.foreignKeys(),
				table.checkConstraints().stream().map((check) -> check(check, read(check, checks))).toList(),
				table.exclusionConstraints()
					.stream()
					.map((exclusion) -> exclusion(exclusion, read(exclusion, exclusions)))
					.toList(),
				table.comment(), List.of());
	}

	private <T> T read(T definition, Map<String, T> byName) {
		return Objects.requireNonNull(byName.get(this.scratch.nameOf(definition)));
	}

	private Column column(Column column, @Nullable Column read) {
		Column known = Objects.requireNonNull(read).comment(column.comment());
		if (known.type() instanceof Type.Verbatim verbatim) {
			known = known.ofType(new Type.Verbatim(this.names.restore(verbatim.sql())));
		}
		if (known.serverDefault() instanceof ServerDefault.Expression expression) {
			known = known.serverDefault(new ServerDefault.Expression(this.names.restore(expression.sql())));
		}
		Identity identity = column.identityOptions();
		if (identity != null) {
			known = known.identity(
					new Identity(identity.always(), CountingDefaults.of(known.type()).leaveOut(identity.options())));
		}
		Computed computed = known.computed();
		return (computed != null)
				? known.computed(new Computed(this.names.restore(computed.expression()), computed.isStored())) : known;
	}

	private CheckConstraint check(CheckConstraint check, CheckConstraint read) {
		return new CheckConstraint(check.name(), this.names.restore(read.condition()), check.isNotValid());
	}

	private ExclusionConstraint exclusion(ExclusionConstraint exclusion, ExclusionConstraint read) {
		return new ExclusionConstraint(exclusion.name(), read.method(),
				read.parts()
					.stream()
					.map((each) -> new ExclusionConstraint.Part(part(each.part()), each.operator()))
					.toList(),
				restoreIfGiven(read.where()), exclusion.deferral());
	}

	private Index index(Index index, Map<String, Index> indexes) {
		String name = this.scratch.nameOf(index);
		if (name == null) {
			return index;
		}
		Index read = Objects.requireNonNull(indexes.get(name));
		return new Index(index.name(), index.table(), read.parts().stream().map(this::part).toList(), read.isUnique(),
				false, read.method(), restoreIfGiven(read.where()), read.include(), read.isNullsNotDistinct(),
				read.storageParameters());
	}

	private IndexPart part(IndexPart part) {
		return part.isExpression() ? new IndexPart(this.names.restore(part.text()), true, part.isDescending(),
				part.nulls(), part.collation(), part.operatorClass(), null) : part;
	}

	private @Nullable String restoreIfGiven(@Nullable String sql) {
		return (sql != null) ? this.names.restore(sql) : null;
	}

}
