package dev.migration.dialect.sqlite.inspect;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.SqlScanner;
import dev.migration.dialect.sqlite.ddl.Affinity;
import dev.migration.dialect.sqlite.ddl.SqlToken;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Type;
import dev.migration.schema.TypeName;

/**
 * Reads the defaults of columns by their value: the constant that a row gets, however it
 * is written.
 */
final class DefaultReader {

	private static final Pattern NUMBER = Pattern
		.compile("(?<signs>[+-]*)(?<digits>0[xX][0-9a-fA-F]+|(\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)([eE][+-]?\\d+)?)");

	private static final Set<String> CLOCKS = Set.of("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME");

	private final ExpressionText expressions;

	private final String currentTimestamp;

	/**
	 * Create a new reader.
	 * @param expressions writes expressions
	 * @param currentTimestamp the default that stands for the current time
	 */
	DefaultReader(ExpressionText expressions, String currentTimestamp) {
		this.expressions = expressions;
		this.currentTimestamp = expressions.of(currentTimestamp);
	}

	/**
	 * Read a default.
	 * @param sql the text behind the word {@code DEFAULT}
	 * @param declaredType the declared type of the column
	 * @param type the type of the column
	 * @return the default, or {@code null} if it is null
	 */
	@Nullable ServerDefault read(String sql, String declaredType, Type type) {
		List<SqlToken> tokens = withoutParentheses(SqlToken.significant(sql));
		Matcher number = NUMBER.matcher(tokens.stream().map(SqlToken::text).collect(Collectors.joining()));
		if (number.matches()) {
			return literal(number(number, Affinity.of(declaredType)), type);
		}
		if (tokens.size() == 1) {
			return single(tokens.get(0), declaredType, type);
		}
		String expression = this.expressions.of(sql);
		return expression.equals(this.currentTimestamp) ? new ServerDefault.CurrentTimestamp()
				: new ServerDefault.Expression(expression);
	}

	private @Nullable ServerDefault single(SqlToken token, String declaredType, Type type) {
		Affinity affinity = Affinity.of(declaredType);
		if (token.isWord("NULL")) {
			return null;
		}
		if (token.isWord("TRUE") || token.isWord("FALSE")) {
			return literal(asStored(token.isWord("TRUE") ? BigDecimal.ONE : BigDecimal.ZERO, affinity), type);
		}
		String upper = token.text().toUpperCase(Locale.ROOT);
		if (token.kind() == SqlScanner.Kind.WORD && CLOCKS.contains(upper)) {
			return new ServerDefault.Expression(upper);
		}
		return literal(string(token.name(), affinity), type);
	}

	private static List<SqlToken> withoutParentheses(List<SqlToken> tokens) {
		List<SqlToken> inner = tokens;
		while (inner.size() > 2 && inner.get(0).isSymbol('(') && inner.get(inner.size() - 1).isSymbol(')')) {
			inner = inner.subList(1, inner.size() - 1);
		}
		return inner;
	}

	private static Object number(Matcher number, Affinity affinity) {
		boolean isNegative = number.group("signs").chars().filter((sign) -> sign == '-').count() % 2 == 1;
		String digits = number.group("digits").replace("_", "").toLowerCase(Locale.ROOT);
		boolean isHexadecimal = digits.startsWith("0x");
		BigDecimal value = isHexadecimal ? BigDecimal.valueOf(Long.parseUnsignedLong(digits.substring(2), 16))
				: new BigDecimal(digits);
		boolean isWhole = isHexadecimal || digits.chars().noneMatch((digit) -> digit == '.' || digit == 'e');
		BigDecimal plain = plain(isNegative ? value.negate() : value);
		BigDecimal exact = (isWhole || plain.scale() > 0) ? plain : plain.setScale(1);
		return asStored(exact, affinity);
	}

	/**
	 * The affinity of the column decides what becomes of a number.
	 */
	private static Object asStored(BigDecimal value, Affinity affinity) {
		return switch (affinity) {
			case TEXT -> value.toPlainString();
			case BLOB -> (value.scale() > 0) ? value : whole(value);
			default -> whole(plain(value));
		};
	}

	private static BigDecimal plain(BigDecimal value) {
		BigDecimal plain = value.stripTrailingZeros();
		return (plain.scale() < 0) ? plain.setScale(0) : plain;
	}

	private static Object whole(BigDecimal value) {
		if (value.scale() > 0 || value.toBigInteger().bitLength() >= Long.SIZE) {
			return value;
		}
		long number = value.longValue();
		return ((int) number == number) ? (Object) (int) number : (Object) number;
	}

	/**
	 * A column of numbers makes a number of a string that spells one.
	 */
	private static Object string(String text, Affinity affinity) {
		if (affinity != Affinity.TEXT && affinity != Affinity.BLOB && text.matches("-?\\d{1,18}(\\.\\d{1,18})?")) {
			BigDecimal value = plain(new BigDecimal(text));
			if (value.toPlainString().equals(text)) {
				return whole(value);
			}
		}
		return text;
	}

	private static ServerDefault literal(Object value, Type type) {
		boolean isBoolean = type instanceof Type.Generic generic && generic.name() == TypeName.BOOLEAN;
		if (isBoolean && (value.equals(0) || value.equals(1))) {
			return new ServerDefault.Literal(value.equals(1));
		}
		return new ServerDefault.Literal(value);
	}

}
