package dev.migration.autogenerate.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.migration.UnwritableChangeException;
import dev.migration.schema.ServerDefault;

/**
 * Writes the values of rows, parameters and defaults.
 */
final class ValueSource {

	private static final Set<Class<?>> PARSED = Set.of(LocalDate.class, LocalTime.class, LocalDateTime.class,
			Instant.class, OffsetDateTime.class, OffsetTime.class, ZonedDateTime.class, Duration.class, Period.class);

	private final Imports imports;

	private final String change;

	ValueSource(Imports imports, String change) {
		this.imports = imports;
		this.change = change;
	}

	Code.Call serverDefault(ServerDefault value) {
		if (value instanceof ServerDefault.Literal literal) {
			return Code.call(this.imports.definition("literal"), value(literal.value()));
		}
		if (value instanceof ServerDefault.Expression expression) {
			return Code.call(this.imports.definition("expression"), Code.prose(expression.sql()));
		}
		return Code.call(this.imports.definition("currentTimestamp"));
	}

	Code value(@Nullable Object value) {
		if (value == null) {
			return Code.text("null");
		}
		if (value instanceof CharSequence text) {
			return Code.prose(text.toString());
		}
		if (value instanceof Character character) {
			String escaped = JavaStrings.escape(character.toString()).replace("\\\"", "\"");
			return Code.text("'" + (escaped.equals("'") ? "\\'" : escaped) + "'");
		}
		if (value instanceof Enum<?> constant) {
			// The class may change after the revision is written.
			return Code.name(constant.name());
		}
		if (value instanceof Boolean) {
			return Code.text(value.toString());
		}
		return (value instanceof Number number) ? number(number) : other(value);
	}

	private Code number(Number number) {
		if (number instanceof Integer || number instanceof Long) {
			return Code.text(number + ((number instanceof Long) ? "L" : ""));
		}
		if (number instanceof Short || number instanceof Byte) {
			String type = (number instanceof Short) ? "short" : "byte";
			return Code.text(
					(number.intValue() < 0) ? "(%s) (%s)".formatted(type, number) : "(%s) %s".formatted(type, number));
		}
		if (number instanceof Double || number instanceof Float) {
			return floating(number);
		}
		if (number instanceof BigDecimal || number instanceof BigInteger) {
			return Code.call("new " + this.imports.name(number.getClass()), Code.name(number.toString()));
		}
		throw unknown(number);
	}

	private static Code floating(Number number) {
		String type = number.getClass().getSimpleName();
		double value = number.doubleValue();
		if (Double.isNaN(value)) {
			return Code.text(type + ".NaN");
		}
		if (Double.isInfinite(value)) {
			return Code.text(type + ((value > 0) ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY"));
		}
		return Code.text(number + ((number instanceof Float) ? "F" : ""));
	}

	private Code other(Object value) {
		if (value instanceof UUID) {
			return Code.call(this.imports.name(UUID.class) + ".fromString", Code.name(value.toString()));
		}
		if (value instanceof byte[] bytes) {
			return Code.chain(Code.call(this.imports.name(HexFormat.class) + ".of"),
					List.of(Code.call("parseHex", Code.prose(HexFormat.of().formatHex(bytes)))));
		}
		if (value instanceof Timestamp || value instanceof Date || value instanceof Time) {
			return Code.call(this.imports.name(value.getClass()) + ".valueOf", Code.name(value.toString()));
		}
		if (PARSED.contains(value.getClass())) {
			return Code.call(this.imports.name(value.getClass()) + ".parse", Code.name(value.toString()));
		}
		throw unknown(value);
	}

	private UnwritableChangeException unknown(Object value) {
		return new UnwritableChangeException(this.change, "Java",
				"it has a value of type " + value.getClass().getName() + ", which has no literal form",
				"Use a string, number, boolean, time, UUID, byte array or enum.");
	}

}
