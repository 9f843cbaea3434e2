package dev.migration.cli;

import java.util.Arrays;
import java.util.Locale;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What the history is written as.
 */
enum HistoryFormat {

	/** Lines for people. */
	TEXT,

	/** A flowchart for documents that show Mermaid. */
	MERMAID,

	/** A graph for Graphviz. */
	DOT;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Reads the name of a format.
	 */
	static final class Converter implements ITypeConverter<HistoryFormat> {

		@Override
		public HistoryFormat convert(String value) {
			return Arrays.stream(values())
				.filter((format) -> format.toString().equals(value.toLowerCase(Locale.ROOT)))
				.findFirst()
				.orElseThrow(() -> new TypeConversionException("'" + value + "' is not text, mermaid or dot"));
		}

	}

}
