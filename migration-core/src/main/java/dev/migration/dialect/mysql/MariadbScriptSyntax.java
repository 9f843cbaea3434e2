package dev.migration.dialect.mysql;

import java.util.List;
import dev.migration.schema.QualifiedName;

/**
 * Scripts for {@code mariadb}, which has blocks that can fail and statements from a text.
 */
final class MariadbScriptSyntax extends MysqlScriptSyntax {

	MariadbScriptSyntax(MysqlFamilyDialect dialect, QualifiedName versionTable) {
		super(dialect, versionTable);
	}

	@Override
	public String howToRun() {
		return "mariadb --binary-mode --default-character-set=utf8mb4 DATABASE < FILE";
	}

	@Override
	List<String> lock(String name) {
		return List.of(failIf("COALESCE(GET_LOCK(" + name + ", 0), 0) <> 1",
				"Another process runs revisions on this database"));
	}

	@Override
	public List<String> failIfAny(String query, String problem) {
		return List.of(failIf("EXISTS (" + query + ")", problem));
	}

	private String failIf(String condition, String problem) {
		return "BEGIN NOT ATOMIC\n\tIF " + condition + " THEN\n\t\tSIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = "
				+ literal(problem) + ";\n\tEND IF;\nEND";
	}

	@Override
	List<String> either(String condition, String then, String otherwise) {
		return List.of("EXECUTE IMMEDIATE IF(" + condition + ", " + literal(then) + ", " + literal(otherwise) + ")");
	}

	@Override
	void requirePrepared(String sql) {
		// It prepares everything.
	}

}
