package dev.migration.autogenerate.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An expression of Java that does not say yet how it is broken into lines.
 */
sealed interface Code {

	/**
	 * What stays as it is.
	 *
	 * @param text the text, on one line
	 */
	record Text(String text) implements Code {
	}

	/**
	 * A string.
	 *
	 * @param value the value, not escaped
	 * @param mayBeBlock whether it becomes a text block if it has several lines
	 */
	record Literal(String value, boolean mayBeBlock) implements Code {

		boolean isBlock() {
			int lineEnd = this.value.indexOf('\n');
			return this.mayBeBlock && lineEnd >= 0 && lineEnd < this.value.length() - 1;
		}

	}

	/**
	 * A call of a method or a constructor.
	 *
	 * @param name the method with what stands before it
	 * @param arguments the arguments
	 * @param lines how the arguments are broken into lines
	 */
	record Call(String name, List<Code> arguments, Lines lines) implements Code {

		public Call {
			arguments = List.copyOf(arguments);
		}

		public Call(String name, List<Code> arguments) {
			this(name, arguments, Lines.FILLED);
		}

		/**
		 * Return this call with each of its further arguments on its own line.
		 * @return the call
		 */
		Call listed() {
			return new Call(this.name, this.arguments, (this.arguments.size() > 2) ? Lines.LISTED : this.lines);
		}

		/**
		 * Return this call with each of its further arguments on its own line, unless all
		 * of it has room on one.
		 * @return the call
		 */
		Call listedIfLong() {
			return new Call(this.name, this.arguments, Lines.LISTED_IF_LONG);
		}

		/**
		 * Return this call on what stands before its point.
		 * @param receiver what stands there
		 * @return the call
		 */
		Call on(String receiver) {
			return new Call(receiver + "." + this.name, this.arguments, this.lines);
		}

	}

	/**
	 * Calls, each on what the one before it returns.
	 *
	 * @param head the first call
	 * @param calls the others
	 */
	record Chain(Call head, List<Call> calls) implements Code {

		public Chain {
			calls = List.copyOf(calls);
		}

	}

	/**
	 * A function of one parameter.
	 *
	 * @param parameter the name of the parameter
	 * @param body the expression
	 */
	record Lambda(String parameter, Code body) implements Code {
	}

	/**
	 * How the arguments of a call are broken into lines.
	 */
	enum Lines {

		/** As many on a line as have room. */
		FILLED,

		/** All but the first on a line of its own, if there is no room for all. */
		LISTED_IF_LONG,

		/** All but the first on a line of its own. */
		LISTED

	}

	static Code text(String text) {
		return new Text(text);
	}

	/**
	 * A name, which stays on one line.
	 * @param value the name
	 * @return the string
	 */
	static Code name(String value) {
		return new Literal(value, false);
	}

	static List<Code> names(List<String> values) {
		return values.stream().map(Code::name).toList();
	}

	/**
	 * SQL or prose, which may have several lines.
	 * @param value the text
	 * @return the string
	 */
	static Code prose(String value) {
		if (!JavaStrings.isTooLong(value)) {
			return new Literal(value, true);
		}
		List<Code> parts = JavaStrings.parts(value).stream().<Code>map((part) -> new Literal(part, true)).toList();
		return call("String.join", join(name(""), parts)).listedIfLong();
	}

	static Call call(String name, Code... arguments) {
		return new Call(name, Arrays.asList(arguments));
	}

	static Call call(String name, List<Code> arguments) {
		return new Call(name, arguments);
	}

	static Code chain(Call head, List<Call> calls) {
		return calls.isEmpty() ? head : new Chain(head, calls);
	}

	/**
	 * Calls on a variable.
	 * @param variable the variable
	 * @param calls the calls, at least one
	 * @return the code
	 */
	static Code chain(String variable, List<Call> calls) {
		return chain(calls.get(0).on(variable), calls.subList(1, calls.size()));
	}

	static List<Code> join(Code first, List<Code> others) {
		List<Code> all = new ArrayList<>();
		all.add(first);
		all.addAll(others);
		return all;
	}

}
