package dev.migration.autogenerate.source;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.autogenerate.source.Code.Call;
import dev.migration.autogenerate.source.Code.Chain;
import dev.migration.autogenerate.source.Code.Lambda;
import dev.migration.autogenerate.source.Code.Lines;
import dev.migration.autogenerate.source.Code.Literal;
import dev.migration.autogenerate.source.Code.Text;

/**
 * Breaks code into lines as spring-javaformat does: lines of 120 columns, tabs of four,
 * two more tabs for arguments that are continued, one for a chain of calls. Only what is
 * to be listed gets a line for each element, which the formatter leaves if it is told not
 * to join lines.
 */
final class CodeLayout {

	static final int LINE_LENGTH = 120;

	private static final int TAB = 4;

	private static final int CONTINUATION = 2;

	private CodeLayout() {
	}

	/**
	 * Write a statement.
	 * @param code the expression
	 * @param indent the tabs before it
	 * @return the statement with its semicolon; the first line is not indented
	 */
	static String statement(Code code, int indent) {
		return layout(code, indent, indent * TAB, 1) + ";";
	}

	static String tabs(int count) {
		return "\t".repeat(count);
	}

	/**
	 * Write code behind what is on its line already.
	 * @param code the code
	 * @param indent the tabs that this line begins with
	 * @param column where it begins
	 * @param behind the columns that are needed behind it
	 * @return the text
	 */
	private static String layout(Code code, int indent, int column, int behind) {
		String unbroken = unbroken(code, indent);
		if (unbroken != null && hasRoom(unbroken, column, behind)) {
			return unbroken;
		}
		if (code instanceof Call call) {
			return call(call, indent, column, behind);
		}
		if (code instanceof Chain chain) {
			return chain(chain, indent, column, behind);
		}
		if (code instanceof Lambda lambda) {
			String head = head(lambda);
			return head + layout(lambda.body(), indent, column + head.length(), behind);
		}
		if (code instanceof Literal literal && !literal.isBlock()) {
			return concatenated(literal.value(), indent, column, behind);
		}
		return (unbroken != null) ? unbroken : "";
	}

	/**
	 * Write code with no line broken but those of text blocks.
	 * @return the text, or {@code null} if it must be broken
	 */
	private static @Nullable String unbroken(Code code, int indent) {
		if (code instanceof Text text) {
			return text.text();
		}
		if (code instanceof Literal literal) {
			return literal.isBlock() ? JavaStrings.block(literal.value(), tabs(indent + CONTINUATION))
					: JavaStrings.literal(literal.value());
		}
		if (code instanceof Lambda lambda) {
			String body = unbroken(lambda.body(), indent);
			return (body != null) ? head(lambda) + body : null;
		}
		if (code instanceof Call call) {
			return unbrokenCall(call, indent);
		}
		Chain chain = (Chain) code;
		StringBuilder text = new StringBuilder();
		for (int i = -1; i < chain.calls().size(); i++) {
			String call = unbrokenCall((i < 0) ? chain.head() : chain.calls().get(i), indent);
			if (call == null) {
				return null;
			}
			text.append((i < 0) ? "" : ".").append(call);
		}
		return text.toString();
	}

	private static @Nullable String unbrokenCall(Call call, int indent) {
		if (call.lines() == Lines.LISTED) {
			return null;
		}
		StringBuilder text = new StringBuilder(call.name()).append('(');
		for (int i = 0; i < call.arguments().size(); i++) {
			String argument = unbroken(call.arguments().get(i), indent);
			if (argument == null) {
				return null;
			}
			text.append((i > 0) ? ", " : "").append(argument);
		}
		return text.append(')').toString();
	}

	private static String head(Lambda lambda) {
		return "(" + lambda.parameter() + ") -> ";
	}

	/**
	 * Look whether text has room. Of a text block count the lines with its delimiters
	 * only, as the others cannot be broken.
	 */
	private static boolean hasRoom(String text, int column, int behind) {
		int lineEnd = text.indexOf('\n');
		if (lineEnd < 0) {
			return column + text.length() + behind <= LINE_LENGTH;
		}
		boolean hasRoomBetween = text.lines()
			.skip(1)
			.filter((line) -> line.contains("\"\"\""))
			.allMatch((line) -> endColumn(line, 0) <= LINE_LENGTH);
		return column + lineEnd <= LINE_LENGTH && hasRoomBetween && endColumn(text, column) + behind <= LINE_LENGTH;
	}

	/**
	 * Return the column behind text.
	 */
	private static int endColumn(String text, int column) {
		int lineStart = text.lastIndexOf('\n') + 1;
		int result = (lineStart == 0) ? column : 0;
		for (int i = lineStart; i < text.length(); i++) {
			result += (text.charAt(i) == '\t') ? TAB : 1;
		}
		return result;
	}

	private static String call(Call call, int indent, int column, int behind) {
		StringBuilder text = new StringBuilder(call.name()).append('(');
		int lineIndent = indent;
		boolean wasBroken = false;
		List<Code> arguments = call.arguments();
		for (int i = 0; i < arguments.size(); i++) {
			boolean isLast = i == arguments.size() - 1;
			int needed = isLast ? behind + 1 : 1;
			int here = endColumn(text.toString(), column) + ((i > 0) ? 1 : 0);
			if (i > 0 && (wasBroken || isOnNewLine(call, arguments.get(i), lineIndent, here, needed))) {
				lineIndent = indent + CONTINUATION;
				text.append('\n').append(tabs(lineIndent));
				here = lineIndent * TAB;
			}
			else if (i > 0) {
				text.append(' ');
			}
			String argument = layout(arguments.get(i), lineIndent, here, needed);
			wasBroken = !argument.equals(unbroken(arguments.get(i), lineIndent));
			text.append(argument).append(isLast ? "" : ",");
		}
		return text.append(')').toString();
	}

	private static boolean isOnNewLine(Call call, Code argument, int indent, int column, int behind) {
		if (call.lines() != Lines.FILLED) {
			return true;
		}
		String unbroken = unbroken(argument, indent);
		return unbroken == null || !hasRoom(unbroken, column, behind);
	}

	private static String chain(Chain chain, int indent, int column, int behind) {
		StringBuilder text = new StringBuilder(layout(chain.head(), indent, column, 0));
		// What is called on an object is the first of the chain, what stands alone is
		// not.
		boolean keepsFirst = chain.head().name().indexOf('.') < 0 && chain.calls().size() > 1;
		for (int i = 0; i < chain.calls().size(); i++) {
			Call call = chain.calls().get(i);
			int needed = (i == chain.calls().size() - 1) ? behind : 0;
			String unbroken = unbroken(call, indent);
			int here = endColumn(text.toString(), column) + 1;
			if (i == 0 && keepsFirst && unbroken != null && hasRoom(unbroken, here, needed)) {
				text.append('.').append(unbroken);
			}
			else {
				text.append('\n').append(tabs(indent + 1)).append('.');
				text.append(layout(call, indent + 1, (indent + 1) * TAB + 1, needed));
			}
		}
		return text.toString();
	}

	private static String concatenated(String value, int indent, int column, int behind) {
		StringBuilder text = new StringBuilder();
		String rest = value;
		int room = LINE_LENGTH - column - 2;
		while (JavaStrings.escape(rest).length() + behind > room) {
			int length = lineLength(rest, room);
			if (length == rest.length()) {
				break;
			}
			text.append(JavaStrings.literal(rest.substring(0, length)));
			text.append('\n').append(tabs(indent + CONTINUATION)).append("+ ");
			rest = rest.substring(length);
			room = LINE_LENGTH - (indent + CONTINUATION) * TAB - 4;
		}
		return text.append(JavaStrings.literal(rest)).toString();
	}

	/**
	 * Return how much of a string is written on a line: as many words as have room, but
	 * at least one.
	 */
	private static int lineLength(String value, int room) {
		int end = value.length();
		int length = 0;
		for (int space = value.indexOf(' '); space >= 0; space = value.indexOf(' ', space + 1)) {
			if (length > 0 && JavaStrings.escape(value.substring(0, space + 1)).length() > room) {
				return length;
			}
			length = space + 1;
		}
		return (length > 0) ? length : end;
	}

}
