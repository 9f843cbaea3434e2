package dev.migration.autogenerate.source;

import java.util.List;

/**
 * One or more statements of Java.
 *
 * @param imports what they need to be imported, without the word and the semicolon
 * @param code the statements, with {@code op} for the operations, not indented
 */
public record JavaStatement(List<String> imports, String code) {

	public JavaStatement {
		imports = List.copyOf(imports);
	}

}
