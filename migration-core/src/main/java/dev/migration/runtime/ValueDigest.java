package dev.migration.runtime;

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

import org.springframework.util.ReflectionUtils;

import dev.migration.SqlScript;

/**
 * Hashes values that are made of records, alike in every process: the order of
 * {@link Map#of()} differs between two of them. The ends of lines and trailing blanks do
 * not count, nor where SQL was written, and what is not there in a value does not either,
 * so that a value may get a new part.
 */
final class ValueDigest {

	private final MessageDigest digest = sha256();

	/**
	 * Return the hash of all that was added. To be called once.
	 * @return the hash, in hexadecimal digits
	 */
	String hex() {
		return HexFormat.of().formatHex(this.digest.digest());
	}

	/**
	 * Add a value.
	 * @param value a record, a collection or map of such, or a value of the JDK
	 */
	void add(@Nullable Object value) {
		if (value instanceof SqlScript script) {
			add(script.sql());
		}
		else if (value instanceof Record tuple) {
			addRecord(tuple);
		}
		else if (value instanceof Map<?, ?> map) {
			TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
			map.forEach((key, each) -> sorted.put(String.valueOf(key), each));
			sorted.forEach((key, each) -> {
				word(key);
				add(each);
			});
			word("end");
		}
		else if (value instanceof Set<?> set) {
			set.stream().map(ValueDigest::plain).sorted().forEach(this::word);
			word("end");
		}
		else if (value instanceof Collection<?> collection) {
			collection.forEach(this::add);
			word("end");
		}
		else {
			word(plain(value));
		}
	}

	private void addRecord(Record tuple) {
		word(tuple.getClass().getSimpleName());
		for (RecordComponent component : tuple.getClass().getRecordComponents()) {
			ReflectionUtils.makeAccessible(component.getAccessor());
			Object value = ReflectionUtils.invokeMethod(component.getAccessor(), tuple);
			if (isThere(value)) {
				word(component.getName());
				add(value);
			}
		}
		word("end");
	}

	private static boolean isThere(@Nullable Object value) {
		return value != null && !value.equals(Boolean.FALSE) && !(value instanceof Collection<?> all && all.isEmpty())
				&& !(value instanceof Map<?, ?> map && map.isEmpty());
	}

	private static String plain(@Nullable Object value) {
		if (value instanceof byte[] bytes) {
			return HexFormat.of().formatHex(bytes);
		}
		if (value instanceof Enum<?> constant) {
			return constant.name();
		}
		if (value == null || value.getClass().getName().startsWith("java.")) {
			return String.valueOf(value);
		}
		// It may print its address, which is never the same.
		return value.getClass().getName();
	}

	private void word(String text) {
		String lines = text.replace("\r\n", "\n").replaceAll("[ \t]+(?=\n)", "").strip();
		this.digest.update(lines.getBytes(StandardCharsets.UTF_8));
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
