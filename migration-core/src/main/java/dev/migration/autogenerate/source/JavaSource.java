package dev.migration.autogenerate.source;

import dev.migration.RevisionBody;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.UnwritableChangeException;
import dev.migration.autogenerate.ProposedChange;
import dev.migration.autogenerate.WayBackRemarks;
import dev.migration.operation.Operation;
import dev.migration.schema.NamingConvention;

/**
 * Writes operations as the two methods of a revision in Java, through the public methods
 * that a person would use. The lines are those of spring-javaformat, with the elements of
 * a table listed one below the other.
 */
public final class JavaSource {

	/**
	 * Makes a map that takes null.
	 */
	static final String ROW_METHOD = "row";

	/**
	 * The longest method, in lines. The compiler takes 64 KB of byte code, and a reader
	 * less.
	 */
	private static final int LONGEST_METHOD = 200;

	private static final int INDENT = 2;

	private static final String ROW_SOURCE = """
			private static Map<String, Object> row(Object... namesAndValues) {
				Map<String, Object> row = new LinkedHashMap<>();
				for (int i = 0; i < namesAndValues.length; i += 2) {
					row.put((String) namesAndValues[i], namesAndValues[i + 1]);
				}
				return row;
			}""";

	private final Imports imports = new Imports();

	private final List<String> members = new ArrayList<>();

	private final OperationSource operations;

	private JavaSource(@Nullable NamingConvention convention, List<SourceWriter> writers) {
		this.operations = new OperationSource(this.imports, convention, writers, INDENT);
	}

	/**
	 * Write the source of a revision with every name in it.
	 * @param upgrade what the upgrade does, with the remarks to write before it
	 * @param downgrade what the downgrade does
	 * @return the source
	 * @throws UnwritableChangeException if an operation has no form in Java
	 */
	public static RevisionBody write(List<ProposedChange> upgrade, List<Operation> downgrade) {
		return new JavaSource(null, List.of()).revision(upgrade, downgrade);
	}

	/**
	 * Write the source of a revision.
	 * @param upgrade what the upgrade does, with the remarks to write before it
	 * @param downgrade what the downgrade does
	 * @param convention the naming convention of the application: primary keys, and
	 * unique constraints on one column, are written without the name that it gives
	 * @param writers write the operations that the application has added
	 * @return the source
	 * @throws UnwritableChangeException if an operation has no form in Java
	 */
	public static RevisionBody write(List<ProposedChange> upgrade, List<Operation> downgrade,
			NamingConvention convention, List<SourceWriter> writers) {
		return new JavaSource(convention, List.copyOf(writers)).revision(upgrade, downgrade);
	}

	private RevisionBody revision(List<ProposedChange> upgrade, List<Operation> downgrade) {
		List<String> up = new ArrayList<>();
		upgrade.forEach((change) -> up.addAll(statements(change.operation(), change.remarks())));
		List<String> down = new ArrayList<>();
		downgrade.forEach((operation) -> down.addAll(statements(operation, WayBackRemarks.of(operation))));
		SourceSize.require(up, down);
		String upgradeText = method("upgrade", up);
		String downgradeText = method("downgrade", down);
		if (this.imports.hasRows()) {
			this.members.add(ROW_SOURCE);
		}
		return new RevisionBody(this.imports.all(), upgradeText, downgradeText, String.join("\n\n", this.members));
	}

	private List<String> statements(Operation operation, List<String> remarks) {
		List<String> statements = new ArrayList<>(operation.accept(this.operations));
		String comments = Remarks.lines("// ", remarks, CodeLayout.LINE_LENGTH - INDENT * 4)
			.stream()
			.map((line) -> line + "\n" + CodeLayout.tabs(INDENT))
			.reduce("", String::concat);
		if (statements.isEmpty()) {
			return comments.isEmpty() ? List.of() : List.of(comments.stripTrailing());
		}
		statements.set(0, comments + statements.get(0));
		return statements;
	}

	/**
	 * Write the statements of a method. If they are too long, they go into several
	 * methods that are called one after the other.
	 */
	private String method(String name, List<String> statements) {
		List<String> parts = parts(statements);
		if (parts.size() <= 1) {
			return withoutIndent(String.join("", parts), INDENT);
		}
		List<String> calls = new ArrayList<>();
		for (String part : parts) {
			String partName = name + "Part" + (calls.size() + 1);
			calls.add(partName + "(op);");
			this.members
				.add("private void " + partName + "(Operations op) {\n\t" + withoutIndent(part, INDENT - 1) + "\n}");
		}
		return String.join("\n", calls);
	}

	private static List<String> parts(List<String> statements) {
		List<String> parts = new ArrayList<>();
		StringBuilder part = new StringBuilder();
		long lines = 0;
		for (String statement : statements) {
			long own = statement.lines().count();
			if (lines > 0 && lines + own > LONGEST_METHOD) {
				parts.add(part.toString());
				part.setLength(0);
				lines = 0;
			}
			part.append((lines > 0) ? "\n" + CodeLayout.tabs(INDENT) : "").append(statement);
			lines += own;
		}
		if (lines > 0) {
			parts.add(part.toString());
		}
		return parts;
	}

	private static String withoutIndent(String text, int tabs) {
		return text.replace("\n" + CodeLayout.tabs(tabs), "\n");
	}

}
