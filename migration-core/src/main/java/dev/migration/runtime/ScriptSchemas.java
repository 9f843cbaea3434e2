package dev.migration.runtime;

import java.util.ArrayList;
import java.util.List;

import dev.migration.dialect.RenderContext;
import dev.migration.dialect.ScriptSyntax;
import dev.migration.operation.SchemaOperation;

/**
 * The schemas that a script needs, as {@link SessionSchema} is for a run.
 *
 * @param target the database that the script is for
 * @param settings the settings of the migrator
 * @param syntax the syntax of the script
 */
record ScriptSchemas(ScriptTarget target, Session.Settings settings, ScriptSyntax syntax) {

	/**
	 * Return what comes before the first step.
	 * @param beginsAtBase whether there may be no schema yet; a script that begins behind
	 * the base finds them
	 * @return the statements; none if there is only the schema of the connection
	 */
	List<String> settings(boolean beginsAtBase) {
		List<String> statements = new ArrayList<>();
		if (beginsAtBase) {
			this.settings.schemas().forEach((schema) -> statements.addAll(creation(schema)));
		}
		if (this.settings.defaultSchema() != null) {
			statements.addAll(this.syntax.chooseSchema(this.settings.defaultSchema()));
		}
		return statements;
	}

	private List<String> creation(String schema) {
		RenderContext context = RenderContext.offline(this.target.version(), this.settings.namingConvention());
		return this.target.dialect()
			.render(new SchemaOperation.CreateSchema(schema, true), context)
			.stream()
			.flatMap((statement) -> this.syntax.inline(statement).stream())
			.toList();
	}

}
