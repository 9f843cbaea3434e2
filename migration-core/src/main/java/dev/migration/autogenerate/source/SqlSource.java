package dev.migration.autogenerate.source;

import dev.migration.RevisionBody;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.migration.NeedsDatabaseException;
import dev.migration.SqlScript;
import dev.migration.UnwritableChangeException;
import dev.migration.autogenerate.ProposedChange;
import dev.migration.autogenerate.WayBackRemarks;
import dev.migration.dialect.Dialect;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.DataOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.OperationRecorder;
import dev.migration.operation.TriggerOperation;
import dev.migration.schema.QualifiedName;

/**
 * Writes operations as the two sections of a revision in the SQL of one database, with
 * the values in their places. It does not look at a database, as the revision will run on
 * others.
 */
public final class SqlSource {

	private static final String WAY_OUT = "Write the revision in Java, with '--format java'.";

	private static final int LINE_LENGTH = 120;

	/**
	 * What a file with revisions takes for the beginning of a section, or for one that is
	 * misspelled.
	 */
	private static final Pattern SECTION = Pattern.compile("\\s*--\\W*(?:(?:upgrade|downgrade)\\b.*|[a-z]{2,}\\W*)",
			Pattern.CASE_INSENSITIVE);

	private final Dialect dialect;

	private final RenderContext context;

	private SqlSource(Dialect dialect, RenderContext context) {
		this.dialect = dialect;
		this.context = context.offline();
	}

	/**
	 * Write the source of a revision.
	 * @param upgrade what the upgrade does, with the remarks to write before it
	 * @param downgrade what the downgrade does
	 * @param dialect the database whose SQL it is
	 * @param context the version of the database
	 * @return the source; it has no imports and no members
	 * @throws UnwritableChangeException if an operation has no SQL that a file can hold,
	 * or one that depends on what is in the database
	 */
	public static RevisionBody write(List<ProposedChange> upgrade, List<Operation> downgrade, Dialect dialect,
			RenderContext context) {
		SqlSource source = new SqlSource(dialect, context);
		List<String> up = upgrade.stream()
			.map((change) -> source.block(change.operation(), change.remarks()))
			.filter((block) -> !block.isEmpty())
			.toList();
		List<String> down = downgrade.stream()
			.map((operation) -> source.block(operation, WayBackRemarks.of(operation)))
			.filter((block) -> !block.isEmpty())
			.toList();
		return new RevisionBody(List.of(), String.join("\n\n", up), String.join("\n\n", down), "");
	}

	private String block(Operation operation, List<String> remarks) {
		List<String> statements = statements(operation);
		if (statements.isEmpty() && remarks.isEmpty()) {
			return "";
		}
		List<String> lines = new ArrayList<>(comments(List.of(operation.describe())));
		lines.addAll(comments(remarks));
		statements.forEach((sql) -> lines.add(this.dialect.scriptSyntax(QualifiedName.of("version")).terminated(sql)));
		String block = String.join("\n", lines);
		requireReadBack(operation, statements, block);
		return block;
	}

	private static List<String> comments(List<String> texts) {
		return Remarks.lines("-- ", texts, LINE_LENGTH)
			.stream()
			.map((line) -> SECTION.matcher(line).matches() ? "-- note: " + line.substring(3) : line)
			.toList();
	}

	private List<String> statements(Operation operation) {
		List<String> statements = new ArrayList<>();
		for (SqlStatement statement : render(operation)) {
			if (statement.kind() == SqlStatement.Kind.CHECK) {
				throw new UnwritableChangeException(operation.describe(), "SQL",
						"it looks first whether it may be done (" + statement.location() + ")", WAY_OUT);
			}
			statements.addAll(this.dialect.inline(statement));
		}
		return statements;
	}

	private List<SqlStatement> render(Operation operation) {
		try {
			return this.dialect.render(OperationRecorder.named(operation, this.context.names()), this.context);
		}
		catch (NeedsDatabaseException ex) {
			throw new UnwritableChangeException(operation.describe(), "SQL", ex.getDescription(), WAY_OUT);
		}
	}

	/**
	 * The file is cut into statements again when it is run.
	 */
	private void requireReadBack(Operation operation, List<String> statements, String block) {
		boolean isSection = statements.stream()
			.flatMap(String::lines)
			.anyMatch((line) -> SECTION.matcher(line).matches());
		// The lines of a file are joined with a plain line feed.
		boolean losesCharacters = block.contains("\r\n") || block.indexOf('\0') >= 0;
		int count = this.dialect.split(new SqlScript(block, operation.describe(), 1)).size();
		if (isSection || losesCharacters || (count != statements.size() && !isScript(operation))) {
			throw new UnwritableChangeException(operation.describe(), "SQL",
					isSection ? "a line of it would be taken for the beginning of a section"
							: "it would not be read back from a file as it is",
					WAY_OUT);
		}
	}

	/**
	 * A trigger may be created by several statements, which stand in one text.
	 */
	private static boolean isScript(Operation operation) {
		return operation instanceof TriggerOperation || operation instanceof DataOperation;
	}

}
