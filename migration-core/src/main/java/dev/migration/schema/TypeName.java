package dev.migration.schema;

/**
 * The types that mean the same on every database.
 */
public enum TypeName {

	/** True or false. */
	BOOLEAN,

	/** 8 bits where the database has them, else 16. */
	TINYINT,

	/** 16 bits. */
	SMALLINT,

	/** 32 bits. */
	INTEGER,

	/** 64 bits. */
	BIGINT,

	/** A decimal number with precision and scale. */
	NUMERIC,

	/** A 32-bit floating point number. */
	REAL,

	/** A 64-bit floating point number. */
	DOUBLE,

	/** Characters, padded to a length. */
	CHAR,

	/** Characters, up to a length. */
	VARCHAR,

	/** Characters without a limit, in the type the database calls text. */
	TEXT,

	/** Characters without a limit, as Hibernate maps a long string. */
	LONG_TEXT,

	/** A character large object, as Hibernate maps a {@code @Lob} string. */
	CLOB,

	/** Bytes, up to a length. */
	VARBINARY,

	/** Bytes without a limit, as Hibernate maps a long byte array. */
	LONG_BINARY,

	/** A binary large object, as Hibernate maps a {@code @Lob} byte array. */
	BLOB,

	/** A day. */
	DATE,

	/** A time of day. */
	TIME,

	/** A day and a time, without a zone. */
	TIMESTAMP,

	/** A point in time. */
	TIMESTAMP_WITH_TIME_ZONE,

	/** A UUID. */
	UUID,

	/** A JSON document. */
	JSON

}
