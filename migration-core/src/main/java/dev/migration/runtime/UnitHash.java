package dev.migration.runtime;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.SqlStatement;

/**
 * Hashes what a revision asks for, so that another process can tell whether it still asks
 * for the same. Operations are hashed as values and not as SQL, since their SQL may
 * depend on what is there already. The order of maps does not count: that of
 * {@link Map#of()} differs between two processes.
 */
final class UnitHash {

	private static final int LENGTH = 16;

	private final MessageDigest digest = sha256();

	private UnitHash() {
	}

	/**
	 * Hash an operation, or anything else that is made of records.
	 * @param value the value
	 * @return the hash, in hexadecimal digits
	 */
	static String of(Object value) {
		UnitHash hash = new UnitHash();
		hash.add(value);
		return hash.text();
	}

	/**
	 * Hash a statement with its values. Where it was written does not count.
	 * @param statement the statement
	 * @return the hash, in hexadecimal digits
	 */
	static String of(SqlStatement statement) {
		UnitHash hash = new UnitHash();
		hash.add(statement.sql().strip().replace("\r\n", "\n"));
		hash.add(statement.rows());
		return hash.text();
	}

	private String text() {
		return HexFormat.of().formatHex(this.digest.digest()).substring(0, LENGTH);
	}

	private void add(@Nullable Object value) {
		if (value == null) {
			text("null");
		}
		else if (value instanceof Record tuple) {
			addRecord(tuple);
		}
		else if (value instanceof Map<?, ?> map) {
			TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
			map.forEach((key, each) -> sorted.put(String.valueOf(key), each));
			text("map " + sorted.size());
			sorted.forEach((key, each) -> {
				text(key);
				add(each);
			});
		}
		else if (value instanceof Set<?> set) {
			text("set " + set.size());
			set.stream().map(UnitHash::ofAny).sorted().forEach(this::text);
		}
		else if (value instanceof Collection<?> collection) {
			text("list " + collection.size());
			collection.forEach(this::add);
		}
		else if (value instanceof byte[] bytes) {
			text(HexFormat.of().formatHex(bytes));
		}
		else if (value instanceof Enum<?> constant) {
			text(constant.name());
		}
		else {
			// What is not of the JDK may print its address, which is never the same.
			text(value.getClass().getName().startsWith("java.") ? value.toString() : value.getClass().getName());
		}
	}

	private static String ofAny(@Nullable Object value) {
		return (value != null) ? of(value) : "null";
	}

	private void addRecord(Record tuple) {
		text(tuple.getClass().getName());
		for (RecordComponent component : tuple.getClass().getRecordComponents()) {
			add(read(tuple, component.getAccessor()));
		}
	}

	private static @Nullable Object read(Record tuple, Method accessor) {
		try {
			accessor.setAccessible(true);
			return accessor.invoke(tuple);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(tuple + " cannot be read", ex);
		}
	}

	private void text(String text) {
		this.digest.update(text.getBytes(StandardCharsets.UTF_8));
		this.digest.update((byte) 0);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
