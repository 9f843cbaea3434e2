package dev.migration.autogenerate.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.EnumType;
import dev.migration.schema.Type;
import dev.migration.schema.TypeName;

/**
 * Writes types, by their factories where there is one.
 */
final class TypeSource {

	/**
	 * How the factory of a type is called, and which numbers it can take.
	 */
	private static final Map<TypeName, Factory> FACTORIES = factories();

	private final Imports imports;

	private final Names names;

	TypeSource(Imports imports, Names names) {
		this.imports = imports;
		this.names = names;
	}

	private static Map<TypeName, Factory> factories() {
		Map<TypeName, Factory> all = new EnumMap<>(TypeName.class);
		all.put(TypeName.BOOLEAN, new Factory("bool", 0, 0));
		all.put(TypeName.TINYINT, new Factory("tinyint", 0, 0));
		all.put(TypeName.SMALLINT, new Factory("smallint", 0, 0));
		all.put(TypeName.INTEGER, new Factory("integer", 0, 0));
		all.put(TypeName.BIGINT, new Factory("bigint", 0, 0));
		all.put(TypeName.NUMERIC, new Factory("numeric", 2, 2));
		all.put(TypeName.FLOAT, new Factory("floatingPoint", 1, 1));
		all.put(TypeName.REAL, new Factory("real", 0, 0));
		all.put(TypeName.DOUBLE, new Factory("doublePrecision", 0, 0));
		all.put(TypeName.CHAR, new Factory("character", 1, 1));
		all.put(TypeName.VARCHAR, new Factory("varchar", 1, 1));
		all.put(TypeName.NCHAR, new Factory("nationalCharacter", 1, 1));
		all.put(TypeName.NVARCHAR, new Factory("nationalVarchar", 1, 1));
		all.put(TypeName.TEXT, new Factory("text", 0, 0));
		all.put(TypeName.LONG_TEXT, new Factory("longText", 0, 0));
		all.put(TypeName.CLOB, new Factory("clob", 0, 0));
		all.put(TypeName.NCLOB, new Factory("nationalClob", 0, 0));
		all.put(TypeName.BINARY, new Factory("binary", 1, 1));
		all.put(TypeName.VARBINARY, new Factory("varbinary", 1, 1));
		all.put(TypeName.LONG_BINARY, new Factory("longBinary", 0, 0));
		all.put(TypeName.BLOB, new Factory("blob", 0, 0));
		all.put(TypeName.DATE, new Factory("date", 0, 0));
		all.put(TypeName.TIME, new Factory("time", 0, 1));
		all.put(TypeName.TIME_WITH_TIME_ZONE, new Factory("timeWithTimeZone", 0, 0));
		all.put(TypeName.TIMESTAMP, new Factory("timestamp", 0, 1));
		all.put(TypeName.TIMESTAMP_WITH_TIME_ZONE, new Factory("timestampWithTimeZone", 0, 1));
		all.put(TypeName.INTERVAL, new Factory("interval", 0, 0));
		all.put(TypeName.UUID, new Factory("uuid", 0, 0));
		all.put(TypeName.JSON, new Factory("json", 0, 0));
		all.put(TypeName.XML, new Factory("xml", 0, 0));
		all.put(TypeName.INET, new Factory("inet", 0, 0));
		all.put(TypeName.VECTOR, new Factory("vector", 1, 1));
		all.put(TypeName.GEOMETRY, new Factory("geometry", 0, 0));
		all.put(TypeName.GEOGRAPHY, new Factory("geography", 0, 0));
		return Map.copyOf(all);
	}

	Code type(Type type) {
		if (type instanceof Type.Variant variant) {
			return variant(variant);
		}
		return call(type);
	}

	private Code variant(Type.Variant variant) {
		List<Code.Call> calls = new ArrayList<>();
		Type base = variant;
		while (base instanceof Type.Variant outer) {
			List<Code.Call> own = outer.variants()
				.entrySet()
				.stream()
				.sorted(Map.Entry.comparingByKey())
				.map((entry) -> Code.call("on", Code.name(entry.getKey()), type(entry.getValue())))
				.toList();
			calls.addAll(0, own);
			base = outer.base();
		}
		Code.Call head = call(base);
		return Code.chain(head, calls);
	}

	private Code.Call call(Type type) {
		if (type instanceof Type.Generic generic) {
			return generic(generic);
		}
		if (type instanceof Type.Verbatim verbatim) {
			return Code.call(this.imports.type("sqlType"), Code.prose(verbatim.sql()));
		}
		if (type instanceof Type.Array array) {
			return array(array);
		}
		return enumeration(((Type.Enumeration) type).enumType());
	}

	private Code.Call generic(Type.Generic type) {
		Factory factory = FACTORIES.get(type.name());
		List<Code> numbers = numbers(type.length(), type.scale());
		if (factory != null && numbers != null && factory.takes(numbers.size())) {
			return Code.call(this.imports.type(factory.name()), numbers);
		}
		// No factory leaves a length to the database, or gives one where none is needed.
		return Code.call("new " + this.imports.name(Type.Generic.class),
				Code.text(this.imports.name(TypeName.class) + "." + type.name().name()),
				Code.text(String.valueOf(type.length())), Code.text(String.valueOf(type.scale())));
	}

	private static @Nullable List<Code> numbers(@Nullable Integer length, @Nullable Integer scale) {
		if (length == null) {
			return (scale == null) ? List.of() : null;
		}
		Code first = Code.text(length.toString());
		return (scale == null) ? List.of(first) : List.of(first, Code.text(scale.toString()));
	}

	private Code.Call array(Type.Array array) {
		if (array.length() == null) {
			return Code.call(this.imports.type("array"), type(array.element()));
		}
		return Code.call("new " + this.imports.name(Type.Array.class), type(array.element()),
				Code.text(array.length().toString()));
	}

	private Code.Call enumeration(EnumType type) {
		if (this.names.isHere(type.name())) {
			return Code.call(this.imports.type("enumeration"),
					Code.join(Code.name(type.name().name()), Code.names(type.values())));
		}
		return Code.call(this.imports.type("enumeration"), enumType(type));
	}

	/**
	 * Write an enum type.
	 * @param type the enum type
	 * @return the code
	 */
	Code enumType(EnumType type) {
		Code.Call head = Code.call(this.imports.definition("enumType"),
				Code.join(Code.name(type.name().name()), Code.names(type.values())));
		if (this.names.isHere(type.name())) {
			return head;
		}
		String schema = type.name().schema();
		return Code.chain(head,
				List.of((schema == null) ? Code.call("inDefaultSchema") : Code.call("in", Code.name(schema))));
	}

	private record Factory(String name, int fewest, int most) {

		boolean takes(int numbers) {
			return numbers >= this.fewest && numbers <= this.most;
		}

	}

}
