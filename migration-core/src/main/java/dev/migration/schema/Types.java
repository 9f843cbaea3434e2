package dev.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * The column types, for static import. A generic type is rendered as the database's
 * Hibernate dialect expects it, so that {@code ddl-auto=validate} passes.
 */
public final class Types {

	private Types() {
	}

	/**
	 * True or false.
	 * @return the type
	 */
	public static Type bool() {
		return generic(TypeName.BOOLEAN);
	}

	/**
	 * An integer of 8 bits, or of 16 where the database has none smaller.
	 * @return the type
	 */
	public static Type tinyint() {
		return generic(TypeName.TINYINT);
	}

	/**
	 * An integer of 16 bits.
	 * @return the type
	 */
	public static Type smallint() {
		return generic(TypeName.SMALLINT);
	}

	/**
	 * An integer of 32 bits.
	 * @return the type
	 */
	public static Type integer() {
		return generic(TypeName.INTEGER);
	}

	/**
	 * An integer of 64 bits.
	 * @return the type
	 */
	public static Type bigint() {
		return generic(TypeName.BIGINT);
	}

	/**
	 * A decimal number.
	 * @param precision the digits in all
	 * @param scale the digits behind the decimal point
	 * @return the type
	 */
	public static Type numeric(int precision, int scale) {
		return generic(TypeName.NUMERIC, precision, scale);
	}

	/**
	 * A floating point number with a precision.
	 * @param precision the precision in bits
	 * @return the type
	 */
	public static Type floatingPoint(int precision) {
		return generic(TypeName.FLOAT, precision, null);
	}

	/**
	 * A floating point number of 32 bits, Java's {@code float}.
	 * @return the type
	 */
	public static Type real() {
		return generic(TypeName.REAL);
	}

	/**
	 * A floating point number of 64 bits, Java's {@code double}.
	 * @return the type
	 */
	public static Type doublePrecision() {
		return generic(TypeName.DOUBLE);
	}

	/**
	 * Characters, padded to a length.
	 * @param length the length in characters
	 * @return the type
	 */
	public static Type character(int length) {
		return generic(TypeName.CHAR, length, null);
	}

	/**
	 * Characters, up to a length.
	 * @param length the longest length in characters
	 * @return the type
	 */
	public static Type varchar(int length) {
		return generic(TypeName.VARCHAR, length, null);
	}

	/**
	 * Characters of the national set, padded to a length: what {@code @Nationalized}
	 * makes of a character.
	 * @param length the length in characters
	 * @return the type
	 */
	public static Type nationalCharacter(int length) {
		return generic(TypeName.NCHAR, length, null);
	}

	/**
	 * Characters of the national set, up to a length: what {@code @Nationalized} makes of
	 * a string.
	 * @param length the longest length in characters
	 * @return the type
	 */
	public static Type nationalVarchar(int length) {
		return generic(TypeName.NVARCHAR, length, null);
	}

	/**
	 * Characters without a limit: what an attribute with
	 * {@code columnDefinition = "text"} maps to.
	 * @return the type
	 */
	public static Type text() {
		return generic(TypeName.TEXT);
	}

	/**
	 * Characters without a limit: what a string of {@code Length.LONG32} maps to.
	 * @return the type
	 */
	public static Type longText() {
		return generic(TypeName.LONG_TEXT);
	}

	/**
	 * A character large object: what a {@code @Lob} string maps to. On PostgreSQL this is
	 * an {@code oid}, which few want: prefer {@link #text()}.
	 * @return the type
	 */
	public static Type clob() {
		return generic(TypeName.CLOB);
	}

	/**
	 * A character large object of the national set: what {@code @Nationalized} makes of a
	 * {@code @Lob} string.
	 * @return the type
	 */
	public static Type nationalClob() {
		return generic(TypeName.NCLOB);
	}

	/**
	 * Bytes, of a length.
	 * @param length the length in bytes
	 * @return the type
	 */
	public static Type binary(int length) {
		return generic(TypeName.BINARY, length, null);
	}

	/**
	 * Bytes, up to a length.
	 * @param length the longest length in bytes
	 * @return the type
	 */
	public static Type varbinary(int length) {
		return generic(TypeName.VARBINARY, length, null);
	}

	/**
	 * Bytes without a limit: what a byte array of {@code Length.LONG32} maps to.
	 * @return the type
	 */
	public static Type longBinary() {
		return generic(TypeName.LONG_BINARY);
	}

	/**
	 * A binary large object: what a {@code @Lob} byte array maps to. On PostgreSQL this
	 * is an {@code oid}, which few want: prefer {@link #longBinary()}.
	 * @return the type
	 */
	public static Type blob() {
		return generic(TypeName.BLOB);
	}

	/**
	 * A day.
	 * @return the type
	 */
	public static Type date() {
		return generic(TypeName.DATE);
	}

	/**
	 * A time of day.
	 * @return the type
	 */
	public static Type time() {
		return generic(TypeName.TIME);
	}

	/**
	 * A time of day.
	 * @param precision the digits of a second
	 * @return the type
	 */
	public static Type time(int precision) {
		return generic(TypeName.TIME, precision, null);
	}

	/**
	 * A time of day with an offset: what an {@code OffsetTime} of
	 * {@code SqlTypes.TIME_WITH_TIMEZONE} maps to. The driver of PostgreSQL says it is a
	 * plain time, so that Hibernate's validation refuses it there.
	 * @return the type
	 */
	public static Type timeWithTimeZone() {
		return generic(TypeName.TIME_WITH_TIME_ZONE);
	}

	/**
	 * A day and a time without a zone, Java's {@code LocalDateTime}.
	 * @return the type
	 */
	public static Type timestamp() {
		return generic(TypeName.TIMESTAMP);
	}

	/**
	 * A day and a time without a zone.
	 * @param precision the digits of a second
	 * @return the type
	 */
	public static Type timestamp(int precision) {
		return generic(TypeName.TIMESTAMP, precision, null);
	}

	/**
	 * A point in time, Java's {@code Instant} or {@code OffsetDateTime}.
	 * @return the type
	 */
	public static Type timestampWithTimeZone() {
		return generic(TypeName.TIMESTAMP_WITH_TIME_ZONE);
	}

	/**
	 * A point in time.
	 * @param precision the digits of a second
	 * @return the type
	 */
	public static Type timestampWithTimeZone(int precision) {
		return generic(TypeName.TIMESTAMP_WITH_TIME_ZONE, precision, null);
	}

	/**
	 * A length of time: what a {@code Duration} of {@code SqlTypes.INTERVAL_SECOND} maps
	 * to.
	 * @return the type
	 */
	public static Type interval() {
		return generic(TypeName.INTERVAL);
	}

	/**
	 * A UUID.
	 * @return the type
	 */
	public static Type uuid() {
		return generic(TypeName.UUID);
	}

	/**
	 * A JSON document.
	 * @return the type
	 */
	public static Type json() {
		return generic(TypeName.JSON);
	}

	/**
	 * An XML document: what {@code SqlTypes.SQLXML} maps to.
	 * @return the type
	 */
	public static Type xml() {
		return generic(TypeName.XML);
	}

	/**
	 * An address of the Internet, Java's {@code InetAddress}.
	 * @return the type
	 */
	public static Type inet() {
		return generic(TypeName.INET);
	}

	/**
	 * A vector of floating point numbers: what {@code SqlTypes.VECTOR} maps to.
	 * @param length how many numbers
	 * @return the type
	 */
	public static Type vector(int length) {
		return generic(TypeName.VECTOR, length, null);
	}

	/**
	 * A shape on a plane, as Hibernate Spatial maps it.
	 * @return the type
	 */
	public static Type geometry() {
		return generic(TypeName.GEOMETRY);
	}

	/**
	 * A shape on the earth, as Hibernate Spatial maps it.
	 * @return the type
	 */
	public static Type geography() {
		return generic(TypeName.GEOGRAPHY);
	}

	/**
	 * A list of values of one type, Java's array or {@code List} of a basic type.
	 * @param element the type of the values
	 * @return the type
	 */
	public static Type array(Type element) {
		return new Type.Array(element, null);
	}

	/**
	 * One of the values of an enum type. PostgreSQL has such types: it gets one when the
	 * first table with such a column is created, and keeps it until it is dropped by
	 * name.
	 * @param name the name of the enum type
	 * @param values the values, in their order
	 * @return the type
	 */
	public static Type enumeration(String name, String... values) {
		return enumeration(Definitions.enumType(name, values));
	}

	/**
	 * One of the values of an enum type.
	 * @param enumType the enum type
	 * @return the type
	 */
	public static Type enumeration(EnumType enumType) {
		return new Type.Enumeration(enumType);
	}

	/**
	 * A type in the words of the database. For several databases, add
	 * {@link Type#on(String, Type) variants}.
	 * @param sql the SQL, rendered as it is
	 * @return the type
	 */
	public static Type sqlType(String sql) {
		return new Type.Verbatim(sql);
	}

	private static Type generic(TypeName name) {
		return generic(name, null, null);
	}

	private static Type generic(TypeName name, @Nullable Integer length, @Nullable Integer scale) {
		return new Type.Generic(name, length, scale);
	}

}
