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

	/** A floating point number with a precision in bits. */
	FLOAT,

	/** A 32-bit floating point number. */
	REAL,

	/** A 64-bit floating point number. */
	DOUBLE,

	/** Characters, padded to a length. */
	CHAR,

	/** Characters, up to a length. */
	VARCHAR,

	/** Characters of the national set, padded to a length. */
	NCHAR,

	/** Characters of the national set, up to a length. */
	NVARCHAR,

	/** Characters without a limit, in the type the database calls text. */
	TEXT,

	/** Characters without a limit, as Hibernate maps a long string. */
	LONG_TEXT,

	/** A character large object, as Hibernate maps a {@code @Lob} string. */
	CLOB,

	/** A character large object of the national set. */
	NCLOB,

	/** Bytes, of a length. */
	BINARY,

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

	/** A time of day, with an offset. */
	TIME_WITH_TIME_ZONE,

	/** A day and a time, without a zone. */
	TIMESTAMP,

	/** A point in time. */
	TIMESTAMP_WITH_TIME_ZONE,

	/** A length of time. */
	INTERVAL,

	/** A UUID. */
	UUID,

	/** A JSON document. */
	JSON,

	/** An XML document. */
	XML,

	/** An address of the Internet. */
	INET,

	/** A vector of floating point numbers, of a length. */
	VECTOR,

	/** A shape on a plane. */
	GEOMETRY,

	/** A shape on the earth. */
	GEOGRAPHY

}
