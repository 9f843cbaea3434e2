package dev.migration.jpa;

import java.net.InetAddress;
import java.sql.Blob;
import java.sql.Clob;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.hibernate.Length;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.SimpleValue;
import org.hibernate.type.BasicPluralType;
import org.hibernate.type.BasicType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.EntityType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.sql.DdlType;
import org.hibernate.type.descriptor.sql.spi.DdlTypeRegistry;
import org.jspecify.annotations.Nullable;

import dev.migration.schema.EnumType;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Type;
import dev.migration.schema.TypeName;
import dev.migration.schema.Types;

/**
 * Finds the type of a column: a generic one where there is one that the database renders
 * as Hibernate would, else the words of Hibernate's dialect.
 */
final class ColumnTypes {

	/**
	 * The longest string that every database takes as a {@code varchar}, or has a type of
	 * its own for: that of PostgreSQL.
	 */
	private static final long LONGEST_VARCHAR = 10_485_760;

	private final MetadataImplementor metadata;

	private final EntityNames names;

	private final Dialect dialect;

	private final DdlTypeRegistry types;

	ColumnTypes(Metadata metadata, EntityNames names) {
		this.metadata = (MetadataImplementor) metadata;
		this.names = names;
		this.dialect = metadata.getDatabase().getDialect();
		this.types = metadata.getDatabase().getTypeConfiguration().getDdlTypeRegistry();
	}

	/**
	 * Return the type of a column.
	 * @param column the column
	 * @param definition what the attribute says of the type in SQL, or {@code null} if it
	 * says nothing
	 * @return the type
	 */
	Type type(Column column, @Nullable String definition) {
		BasicType<?> type = basicType(column);
		Size size = column.getColumnSize(this.dialect, this.metadata);
		if (definition != null && (type == null || !definition.equals(sql(type, code(type), size)))) {
			return Types.sqlType(definition);
		}
		if (type == null) {
			return Types.sqlType(column.getSqlType(this.metadata));
		}
		return type(column, type, size);
	}

	private @Nullable BasicType<?> basicType(Column column) {
		return basicType(column.getValue().getType(), column.getTypeIndex());
	}

	/**
	 * Find the type behind a foreign key or a part of an embeddable.
	 */
	private @Nullable BasicType<?> basicType(org.hibernate.type.Type type, int index) {
		if (type instanceof EntityType entity) {
			return basicType(entity.getIdentifierOrUniqueKeyType(this.metadata), index);
		}
		if (type instanceof ComponentType component) {
			int first = 0;
			for (org.hibernate.type.Type part : component.getSubtypes()) {
				int next = first + part.getColumnSpan(this.metadata);
				if (index < next) {
					return basicType(part, index - first);
				}
				first = next;
			}
		}
		return (type instanceof BasicType<?> basic) ? basic : null;
	}

	private Type type(Column column, BasicType<?> type, Size size) {
		boolean isLob = column.getValue() instanceof SimpleValue value && value.isLob();
		return type(type, size, isLob);
	}

	private Type type(BasicType<?> type, Size size, boolean isLob) {
		Type known = typeOfMeaning(type, size);
		return (known != null) ? known : typeOfCode(type, size, isLob);
	}

	/**
	 * Types that some databases do not have, so that Hibernate has another type there.
	 */
	private @Nullable Type typeOfMeaning(BasicType<?> type, Size size) {
		Class<?> javaType = type.getJavaTypeDescriptor().getJavaTypeClass();
		int code = code(type);
		switch (type.getJdbcType().getDefaultSqlTypeCode()) {
			case SqlTypes.JSON, SqlTypes.JSON_ARRAY -> {
				if (!(type instanceof BasicPluralType<?, ?>)) {
					return Types.json();
				}
			}
			case SqlTypes.SQLXML, SqlTypes.XML_ARRAY -> {
				return Types.xml();
			}
			case SqlTypes.UUID -> {
				return Types.uuid();
			}
			default -> {
			}
		}
		if (InetAddress.class.isAssignableFrom(javaType) && isAddress(code)) {
			return Types.inet();
		}
		return (type instanceof BasicPluralType<?, ?> plural) ? array(plural, code, size) : null;
	}

	private boolean isAddress(int code) {
		return code == SqlTypes.INET || (code == SqlTypes.VARBINARY && this.types.getDescriptor(SqlTypes.INET) == null);
	}

	private Type array(BasicPluralType<?, ?> plural, int code, Size size) {
		BasicType<?> element = plural.getElementType();
		if (code == SqlTypes.STRUCT_ARRAY || code == SqlTypes.STRUCT_TABLE) {
			return Types.sqlType(requireSql(plural, code, size));
		}
		Size elementSize = this.dialect.getSizeStrategy()
			.resolveSize(element.getJdbcType(), element.getJavaTypeDescriptor(), size);
		return new Type.Array(type(element, elementSize, false), size.getArrayLength());
	}

	private Type typeOfCode(BasicType<?> type, Size size, boolean isLob) {
		int code = code(type);
		return switch (code) {
			case SqlTypes.BOOLEAN, SqlTypes.BIT -> sameAs(type, code, size, SqlTypes.BOOLEAN, Types.bool());
			case SqlTypes.TINYINT -> Types.tinyint();
			case SqlTypes.SMALLINT -> Types.smallint();
			case SqlTypes.INTEGER -> Types.integer();
			case SqlTypes.BIGINT -> Types.bigint();
			case SqlTypes.NUMERIC, SqlTypes.DECIMAL -> sameAs(type, code, size, SqlTypes.NUMERIC,
					Types.numeric(or(size.getPrecision(), 38), or(size.getScale(), 0)));
			case SqlTypes.FLOAT -> floatingPoint(or(size.getPrecision(), 53));
			case SqlTypes.DOUBLE -> Types.doublePrecision();
			case SqlTypes.CHAR, SqlTypes.NCHAR, SqlTypes.VARCHAR, SqlTypes.NVARCHAR, SqlTypes.LONGVARCHAR,
					SqlTypes.LONGNVARCHAR, SqlTypes.LONG32VARCHAR, SqlTypes.LONG32NVARCHAR, SqlTypes.CLOB,
					SqlTypes.NCLOB ->
				characters(type, code, size, isLob);
			case SqlTypes.BINARY, SqlTypes.VARBINARY, SqlTypes.LONGVARBINARY, SqlTypes.LONG32VARBINARY, SqlTypes.BLOB ->
				bytes(type, code, size, isLob);
			case SqlTypes.DATE -> Types.date();
			case SqlTypes.TIME, SqlTypes.TIME_UTC, SqlTypes.TIME_WITH_TIMEZONE -> time(type, code, size);
			case SqlTypes.TIMESTAMP, SqlTypes.TIMESTAMP_UTC, SqlTypes.TIMESTAMP_WITH_TIMEZONE ->
				timestamp(type, code, size);
			case SqlTypes.INTERVAL_SECOND -> interval(type, size);
			case SqlTypes.ENUM, SqlTypes.ORDINAL_ENUM, SqlTypes.NAMED_ENUM, SqlTypes.NAMED_ORDINAL_ENUM ->
				enumeration(type, code, size);
			case SqlTypes.VECTOR -> vector(type, size);
			default -> other(type, code, size);
		};
	}

	private static Type floatingPoint(int precision) {
		return switch (precision) {
			// MySQL has one bit less.
			case 23, 24 -> Types.real();
			case 53 -> Types.doublePrecision();
			default -> Types.floatingPoint(precision);
		};
	}

	private Type characters(BasicType<?> type, int code, Size size, boolean isLob) {
		boolean isNational = List
			.of(SqlTypes.NCHAR, SqlTypes.NVARCHAR, SqlTypes.LONGNVARCHAR, SqlTypes.LONG32NVARCHAR, SqlTypes.NCLOB)
			.contains(code);
		String sql = requireSql(type, code, size);
		boolean isLarge = code == SqlTypes.CLOB || code == SqlTypes.NCLOB;
		if (isLarge && isLarge(type, isLob)) {
			return large(type, code, sql, isNational ? Types.nationalClob() : Types.clob());
		}
		long length = or(size.getLength(), Length.DEFAULT);
		if (isLarge || code == SqlTypes.LONG32VARCHAR || length > LONGEST_VARCHAR || sql.equals(longText(type))) {
			return isNational && sql.contains("character set") ? Types.sqlType(sql) : Types.longText();
		}
		if (isTooLongForRow(code, sql)) {
			return isNational ? Types.nationalVarchar((int) length) : Types.varchar((int) length);
		}
		if (sql.equals("char(" + length + ")")) {
			return isNational ? Types.nationalCharacter((int) length) : Types.character((int) length);
		}
		if (sql.startsWith("varchar(" + length + ")")) {
			return isNational ? Types.nationalVarchar((int) length) : Types.varchar((int) length);
		}
		return sql.equals("text") ? Types.text() : Types.sqlType(sql);
	}

	/**
	 * MySQL and MariaDB then have another type than that of the other databases.
	 */
	private boolean isTooLongForRow(int code, String sql) {
		return List.of(SqlTypes.VARCHAR, SqlTypes.NVARCHAR, SqlTypes.VARBINARY).contains(code)
				&& this.dialect instanceof MySQLDialect && (sql.startsWith("text") || sql.startsWith("medium"));
	}

	/**
	 * MySQL has large objects of several lengths.
	 */
	private Type large(BasicType<?> type, int code, String sql, Type generic) {
		return sql.equals(sql(type, code, Size.length(Length.LONG32))) ? generic : Types.sqlType(sql);
	}

	private @Nullable String longText(BasicType<?> type) {
		return sql(type, SqlTypes.LONG32VARCHAR, Size.length(Length.LONG32));
	}

	private Type bytes(BasicType<?> type, int code, Size size, boolean isLob) {
		if (code == SqlTypes.BLOB && isLarge(type, isLob)) {
			return large(type, code, requireSql(type, code, size), Types.blob());
		}
		String sql = requireSql(type, code, size);
		long length = or(size.getLength(), Length.DEFAULT);
		if (code == SqlTypes.LONG32VARBINARY || length > LONGEST_VARCHAR) {
			return Types.longBinary();
		}
		// These know no length, so that it can be what the other databases need.
		boolean isWithoutLength = sql.equals("bytea") || DatabaseFamily.id(this.dialect).equals("sqlite");
		if (isWithoutLength || isTooLongForRow(code, sql) || sql.equals("varbinary(" + length + ")")
				|| sql.equals("binary(" + length + ")")) {
			return (code == SqlTypes.BINARY) ? Types.binary((int) length) : Types.varbinary((int) length);
		}
		String longest = sql(type, SqlTypes.LONG32VARBINARY, Size.length(Length.LONG32));
		return sql.equals(longest) ? Types.longBinary() : Types.sqlType(sql);
	}

	/**
	 * Without a length that fits, some dialects take a large object for what is none.
	 */
	private static boolean isLarge(BasicType<?> type, boolean isLob) {
		Class<?> javaType = type.getJavaTypeDescriptor().getJavaTypeClass();
		return isLob || Clob.class.isAssignableFrom(javaType) || Blob.class.isAssignableFrom(javaType);
	}

	private Type time(BasicType<?> type, int code, Size size) {
		int precision = or(size.getPrecision(), this.dialect.getDefaultTimestampPrecision());
		Type withZone = new Type.Generic(TypeName.TIME_WITH_TIME_ZONE, precision, null);
		String sql = requireSql(type, code, size);
		if (code == SqlTypes.TIME_WITH_TIMEZONE) {
			return withZone;
		}
		return sql.equals(sql(type, SqlTypes.TIME, size)) ? Types.time(precision)
				: sameAs(type, code, size, SqlTypes.TIME_WITH_TIMEZONE, withZone);
	}

	private Type timestamp(BasicType<?> type, int code, Size size) {
		int usual = this.dialect.getDefaultTimestampPrecision();
		int precision = or(size.getPrecision(), usual);
		if (code == SqlTypes.TIMESTAMP) {
			return (precision == usual) ? Types.timestamp() : Types.timestamp(precision);
		}
		Type withZone = (precision == usual) ? Types.timestampWithTimeZone() : Types.timestampWithTimeZone(precision);
		return sameAs(type, code, size, SqlTypes.TIMESTAMP_UTC, withZone);
	}

	private Type interval(BasicType<?> type, Size size) {
		String sql = sql(type, SqlTypes.INTERVAL_SECOND, size);
		if (sql == null || List.of("interval second(6)", "interval second(18,9)").contains(sql)) {
			return Types.interval();
		}
		return Types.sqlType(sql);
	}

	/**
	 * Where each enum that is stored by name has a type of its own without being asked,
	 * the revision still serves the databases where Hibernate expects a string.
	 */
	private Type enumeration(BasicType<?> type, int code, Size size) {
		if (!type.getReturnedClass().isEnum()) {
			return Types.sqlType(requireSql(type, code, size));
		}
		Type own = Types.enumeration(enumType(type, code));
		if (code != SqlTypes.ENUM) {
			return own;
		}
		Type portable = Types.varchar(Length.DEFAULT);
		for (String database : DatabaseFamily.WITH_ENUM_COLUMNS.stream().sorted().toList()) {
			portable = portable.on(database, own);
		}
		return portable;
	}

	private EnumType enumType(BasicType<?> type, int code) {
		Class<?> enumClass = type.getReturnedClass();
		List<String> values = Arrays.stream(enumClass.getEnumConstants())
			.map((constant) -> ((Enum<?>) constant).name())
			.toList();
		boolean isSorted = code == SqlTypes.ENUM || code == SqlTypes.NAMED_ENUM;
		return new EnumType(QualifiedName.of(this.names.name(enumClass.getSimpleName())),
				isSorted ? values.stream().sorted().toList() : values);
	}

	private Type vector(BasicType<?> type, Size size) {
		String sql = requireSql(type, SqlTypes.VECTOR, size);
		Integer length = size.getArrayLength();
		return (length != null && sql.equals("vector(" + length + ")")) ? Types.vector(length) : Types.sqlType(sql);
	}

	private Type other(BasicType<?> type, int code, Size size) {
		String sql = requireSql(type, code, size);
		return switch (sql.toLowerCase(Locale.ROOT)) {
			case "geometry" -> Types.geometry();
			case "geography" -> Types.geography();
			default -> Types.sqlType(sql);
		};
	}

	/**
	 * Return the generic type of a code, if this database renders another code alike.
	 */
	private Type sameAs(BasicType<?> type, int code, Size size, int genericCode, Type generic) {
		String sql = requireSql(type, code, size);
		return (code == genericCode || sql.equals(sql(type, genericCode, size))) ? generic : Types.sqlType(sql);
	}

	private String requireSql(BasicType<?> type, int code, Size size) {
		String sql = sql(type, code, size);
		if (sql == null) {
			throw new org.hibernate.MappingException("There is no type for " + type.getName() + " on "
					+ this.dialect.getClass().getSimpleName() + " (code " + code + ")");
		}
		return sql;
	}

	private @Nullable String sql(BasicType<?> type, int code, Size size) {
		DdlType descriptor = this.types.getDescriptor(code);
		return (descriptor != null) ? descriptor.getTypeName(size, type, this.types) : null;
	}

	private static int code(BasicType<?> type) {
		return type.getJdbcType().getDdlTypeCode();
	}

	private static int or(@Nullable Integer value, int other) {
		return (value != null) ? value : other;
	}

	private static long or(@Nullable Long value, long other) {
		return (value != null) ? value : other;
	}

}
