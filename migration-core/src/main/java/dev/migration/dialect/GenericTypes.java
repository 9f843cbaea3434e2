package dev.migration.dialect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migration.UnsupportedChangeException;
import dev.migration.schema.Type;
import dev.migration.schema.TypeName;

/**
 * Finds the generic type that a server means by the words of a column type, by rendering
 * the generic types and comparing. Of several that are the same there it takes the one
 * that people write most. Not for use by several threads.
 */
public final class GenericTypes {

	/**
	 * What goes before others that render alike; the rest follows in the order of
	 * {@link TypeName}, which has the plain ones first.
	 */
	private static final List<TypeName> FIRST = List.of(TypeName.SMALLINT, TypeName.REAL, TypeName.DOUBLE,
			TypeName.LONG_BINARY, TypeName.BLOB);

	private static final Pattern ARRAY = Pattern.compile("(.+?)(?:\\s+array(?:\\s*\\[(\\d+)])?|\\[(\\d*)])",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern NUMBERS = Pattern.compile("\\(\\s*(\\d{1,9})\\s*(?:,\\s*(\\d{1,9})\\s*)?\\)");

	private final Function<Type, String> renderer;

	private final UnaryOperator<String> canonicalizer;

	private final List<TypeName> names;

	private final Map<String, Type> known = new HashMap<>();

	/**
	 * Create a new instance.
	 * @param renderer writes a type, as for {@code CREATE TABLE}; it may refuse some with
	 * an {@link UnsupportedChangeException}
	 * @param canonicalizer makes equal what means the same: of what the renderer writes,
	 * and of what the server says
	 */
	public GenericTypes(Function<Type, String> renderer, UnaryOperator<String> canonicalizer) {
		this.renderer = renderer;
		this.canonicalizer = canonicalizer;
		this.names = new ArrayList<>(FIRST);
		Arrays.stream(TypeName.values()).filter((name) -> !FIRST.contains(name)).forEach(this.names::add);
	}

	/**
	 * Return the type that the server means.
	 * @param text the type in the words of the server, such as
	 * {@code character varying(120)}
	 * @return the generic type, or the words as they are if there is none; of an array,
	 * an array of such a type
	 */
	public Type read(String text) {
		Type type = this.known.get(text);
		if (type == null) {
			type = find(text);
			this.known.put(text, type);
		}
		return type;
	}

	private Type find(String text) {
		Matcher array = ARRAY.matcher(text);
		if (array.matches()) {
			return new Type.Array(read(array.group(1)),
					number((array.group(2) != null) ? array.group(2) : Objects.requireNonNullElse(array.group(3), "")));
		}
		String wanted = this.canonicalizer.apply(text);
		Matcher numbers = NUMBERS.matcher(text);
		boolean hasNumbers = numbers.find();
		for (TypeName name : this.names) {
			List<Type> candidates = new ArrayList<>();
			candidates.add(new Type.Generic(name, null, null));
			if (hasNumbers) {
				candidates.add(new Type.Generic(name, number(numbers.group(1)), number(numbers.group(2))));
			}
			for (Type candidate : candidates) {
				if (wanted.equals(rendered(candidate))) {
					return candidate;
				}
			}
		}
		return new Type.Verbatim(text);
	}

	private @Nullable String rendered(Type candidate) {
		try {
			return this.canonicalizer.apply(this.renderer.apply(candidate));
		}
		catch (UnsupportedChangeException ex) {
			return null;
		}
	}

	private static @Nullable Integer number(@Nullable String digits) {
		return (digits == null || digits.isEmpty()) ? null : Integer.valueOf(digits);
	}

}
