package dev.migration.autogenerate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import dev.migration.schema.Column;
import dev.migration.schema.EnumType;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;
import dev.migration.schema.Type;

/**
 * Says how tables look when the enum types that stand by themselves have the wanted
 * values: the columns follow, so that they are no change by themselves.
 */
final class EnumColumns {

	private final Map<QualifiedName, EnumType> types = new LinkedHashMap<>();

	private EnumColumns(List<EnumType> wanted, List<EnumType> present, Predicate<QualifiedName> isChanged) {
		for (EnumType type : wanted) {
			boolean isThere = present.stream().anyMatch((existing) -> existing.name().equals(type.name()));
			if (isThere && isChanged.test(type.name())) {
				this.types.put(type.name(), type);
			}
		}
	}

	static Schema following(Schema inspected, Schema target, Predicate<QualifiedName> isChanged) {
		EnumColumns columns = new EnumColumns(target.enumTypes(), inspected.enumTypes(), isChanged);
		return new Schema(inspected.tables().stream().map(columns::table).toList(), inspected.indexes(),
				inspected.sequences(), inspected.enumTypes(), inspected.schemas());
	}

	private Table table(Table table) {
		return new Table(table.name(), table.columns().stream().map(this::column).toList(), table.primaryKey(),
				table.uniqueConstraints(), table.foreignKeys(), table.checkConstraints(), table.exclusionConstraints(),
				table.comment(), table.options());
	}

	private Column column(Column column) {
		return column.ofType(type(column.type()));
	}

	private Type type(Type type) {
		if (type instanceof Type.Array array) {
			return new Type.Array(type(array.element()), array.length());
		}
		if (type instanceof Type.Enumeration enumeration) {
			EnumType present = enumeration.enumType();
			return new Type.Enumeration(this.types.getOrDefault(present.name(), present));
		}
		return type;
	}

}
