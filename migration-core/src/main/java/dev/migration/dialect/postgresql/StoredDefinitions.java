package dev.migration.dialect.postgresql;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.EnumType;
import dev.migration.schema.ExclusionConstraint;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ReferentialAction;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.Table;
import dev.migration.schema.Type;
import dev.migration.schema.UniqueConstraint;

/**
 * Makes of definitions what is known of them without asking the server: names as long as
 * it keeps them, without the default schema, and nothing that it would do anyway.
 */
final class StoredDefinitions {

	private final String dialect;

	private final SchemaSearch search;

	StoredDefinitions(String dialect, SchemaSearch search) {
		this.dialect = dialect;
		this.search = search;
	}

	Schema schema(Schema schema) {
		return new Schema(schema.tables().stream().map(this::table).toList(),
				schema.indexes().stream().map(this::index).toList(),
				schema.sequences().stream().map(this::sequence).toList(),
				schema.enumTypes().stream().map(this::enumType).toList());
	}

	private Table table(Table table) {
		Table whole = Table.of(table.name(), table.elements());
		PrimaryKey key = whole.primaryKey();
		List<String> keyColumns = (key != null) ? key.columns() : List.of();
		String comment = table.comment();
		return new Table(name(table.name()),
				whole.columns().stream().map((column) -> column(column, keyColumns.contains(column.name()))).toList(),
				(key != null) ? new PrimaryKey(nameIfGiven(key.name()), names(key.columns()), key.deferral()) : null,
				whole.uniqueConstraints().stream().map(StoredDefinitions::unique).toList(),
				whole.foreignKeys().stream().map(this::foreignKey).toList(),
				whole.checkConstraints().stream().map(StoredDefinitions::check).toList(),
				whole.exclusionConstraints().stream().map(StoredDefinitions::exclusion).toList(), comment(comment),
				List.of());
	}

	private Column column(Column column, boolean isKey) {
		return new Column(name(column.name()), type(column.type().forDialect(this.dialect)),
				column.nullable() && !isKey && !column.isIdentity(), false, column.identityOptions(),
				column.serverDefault(), column.computed(), column.collation(), comment(column.comment()), List.of());
	}

	/**
	 * To comment with nothing is how a comment is dropped.
	 */
	private static @Nullable String comment(@Nullable String comment) {
		return (comment != null && comment.isEmpty()) ? null : comment;
	}

	private Type type(Type type) {
		if (type instanceof Type.Array array) {
			return new Type.Array(type(array.element()), array.length());
		}
		return (type instanceof Type.Enumeration enumeration) ? new Type.Enumeration(enumType(enumeration.enumType()))
				: type;
	}

	private static UniqueConstraint unique(UniqueConstraint unique) {
		return new UniqueConstraint(nameIfGiven(unique.name()), names(unique.columns()), unique.deferral(),
				unique.isNullsNotDistinct(), names(unique.include()));
	}

	private ForeignKey foreignKey(ForeignKey key) {
		return new ForeignKey(nameIfGiven(key.name()), names(key.columns()), name(key.referencedTable()),
				names(key.referencedColumns()), action(key.onDelete()), action(key.onUpdate()),
				(key.match() == ForeignKey.Match.SIMPLE) ? null : key.match(), key.deferral(), key.isNotValid());
	}

	private static @Nullable ReferentialAction action(@Nullable ReferentialAction action) {
		return (action == ReferentialAction.NO_ACTION) ? null : action;
	}

	private static CheckConstraint check(CheckConstraint check) {
		return new CheckConstraint(nameIfGiven(check.name()), check.condition(), check.isNotValid());
	}

	private static ExclusionConstraint exclusion(ExclusionConstraint exclusion) {
		return new ExclusionConstraint(nameIfGiven(exclusion.name()), exclusion.method(),
				exclusion.parts()
					.stream()
					.map((each) -> new ExclusionConstraint.Part(part(each.part()), each.operator()))
					.toList(),
				exclusion.where(), exclusion.deferral());
	}

	private Index index(Index index) {
		return new Index(nameIfGiven(index.name()), name(index.table()),
				index.parts().stream().map(StoredDefinitions::part).toList(), index.isUnique(), false, index.method(),
				index.where(), names(index.include()), index.isNullsNotDistinct(), index.storageParameters());
	}

	private static IndexPart part(IndexPart part) {
		return part.isExpression() ? part : new IndexPart(name(part.text()), false, part.isDescending(), part.nulls(),
				part.collation(), part.operatorClass(), null);
	}

	private Sequence sequence(Sequence sequence) {
		return new Sequence(name(sequence.name()), CountingDefaults.BIGINT.leaveOut(sequence.options()));
	}

	private EnumType enumType(EnumType type) {
		return new EnumType(name(type.name()), type.values());
	}

	QualifiedName name(QualifiedName name) {
		return this.search.name((name.schema() != null) ? name(name.schema()) : null, name(name.name()));
	}

	private static List<String> names(List<String> names) {
		return names.stream().map(StoredDefinitions::name).toList();
	}

	private static @Nullable String nameIfGiven(@Nullable String name) {
		return (name != null) ? name(name) : null;
	}

	/**
	 * The server cuts a longer name, without an error.
	 */
	static String name(String name) {
		if (name.getBytes(StandardCharsets.UTF_8).length <= NamingConvention.LONGEST_NAME) {
			return name;
		}
		StringBuilder kept = new StringBuilder();
		int bytes = 0;
		for (int codePoint : name.codePoints().toArray()) {
			bytes += Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
			if (bytes > NamingConvention.LONGEST_NAME) {
				break;
			}
			kept.appendCodePoint(codePoint);
		}
		return kept.toString();
	}

}
