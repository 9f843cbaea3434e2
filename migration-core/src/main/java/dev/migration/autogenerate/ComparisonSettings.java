package dev.migration.autogenerate;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.migration.autogenerate.ComparisonHook.ObjectKind;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnName;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.ServerDefault;

/**
 * What a comparison looks at.
 *
 * @param compareTypes whether the types of columns count
 * @param compareServerDefaults whether the defaults of columns count
 * @param ownTables the tables in which this tool keeps its own state
 * @param names names what has no name
 * @param hooks asked in their order
 */
public record ComparisonSettings(boolean compareTypes, boolean compareServerDefaults, List<String> ownTables,
		NamingConvention names, List<ComparisonHook> hooks) {

	public ComparisonSettings {
		ownTables = List.copyOf(ownTables);
		hooks = List.copyOf(hooks);
	}

	/**
	 * Return whether a database has tables that are neither of this tool nor of others.
	 * @param inspected what it has
	 * @return whether there is one
	 */
	public boolean hasTables(Schema inspected) {
		return OtherTools.withoutBulkTables(inspected)
			.tables()
			.stream()
			.anyMatch((table) -> includesTable(table.name(), false));
	}

	/**
	 * Return whether a table is looked at.
	 * @param table its name
	 * @param isTarget whether the application asks for it
	 * @return whether it is
	 */
	public boolean includesTable(QualifiedName table, boolean isTarget) {
		Boolean opinion = firstOpinion((hook) -> hook.includesTable(table, isTarget));
		return (opinion != null) ? opinion
				: !this.ownTables.contains(table.name()) && (isTarget || !OtherTools.isTable(table));
	}

	/**
	 * Return whether a part of a table, a sequence or an enum type is looked at.
	 * @param kind what it is
	 * @param owner the table, or the sequence or enum type itself
	 * @param name its name in the table, or {@code null} if it has none
	 * @return whether it is
	 */
	public boolean includes(ObjectKind kind, QualifiedName owner, @Nullable String name) {
		Boolean opinion = firstOpinion((hook) -> hook.includesObject(kind, owner, name));
		return (opinion != null) ? opinion : true;
	}

	boolean typesDiffer(ColumnName name, Column inspected, Column target) {
		Boolean opinion = firstOpinion((hook) -> hook.typesDiffer(name, inspected, target));
		return (opinion != null) ? opinion : !inspected.type().equals(target.type());
	}

	boolean defaultsDiffer(ColumnName name, Column inspected, Column target) {
		Boolean opinion = firstOpinion((hook) -> hook.defaultsDiffer(name, inspected, target));
		return (opinion != null) ? opinion
				: !Objects.equals(orNull(inspected.serverDefault()), orNull(target.serverDefault()));
	}

	/**
	 * A default of {@code NULL} is none.
	 */
	private static @Nullable ServerDefault orNull(@Nullable ServerDefault value) {
		return (value instanceof ServerDefault.Literal literal && literal.value() == null) ? null : value;
	}

	private @Nullable Boolean firstOpinion(Function<ComparisonHook, @Nullable Boolean> question) {
		for (ComparisonHook hook : this.hooks) {
			Boolean opinion = question.apply(hook);
			if (opinion != null) {
				return opinion;
			}
		}
		return null;
	}

}
