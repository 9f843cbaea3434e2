package dev.migration.dialect.h2;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.ColumnRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.operation.ColumnOperation;
import dev.migration.schema.Column;
import dev.migration.schema.Computed;
import dev.migration.schema.Identity;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Type;

/**
 * Renders operations on columns for H2.
 */
final class H2Columns extends ColumnRenderer {

	H2Columns(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	protected boolean knowsIfExists() {
		return true;
	}

	@Override
	protected List<SqlStatement> rename(QualifiedName table, String column, String newName) {
		return one(alter(table) + "ALTER COLUMN " + quote(column) + " RENAME TO " + quote(newName));
	}

	@Override
	protected List<SqlStatement> type(ColumnOperation.AlterColumn operation) {
		Type type = operation.change().type().value();
		String collation = operation.change().collation().value();
		if (collation != null) {
			definitions().collation(collation);
		}
		if (type == null) {
			return List.of();
		}
		String using = operation.change().using();
		return one(alterHead(operation) + "SET DATA TYPE " + definitions().type(type)
				+ ((using != null) ? " USING " + using : ""));
	}

	@Override
	protected List<SqlStatement> computed(ColumnOperation.AlterColumn operation, @Nullable Computed computed) {
		if (computed == null) {
			return one(alterHead(operation) + "DROP EXPRESSION");
		}
		Type type = operation.change().type().value();
		Column was = operation.was();
		if (type == null && was != null) {
			type = was.type();
		}
		if (type == null) {
			throw unsupported(operation, "it must be told the type of a computed column again",
					"Mention the type too, or alter the column with its definition.");
		}
		return one(alterHead(operation) + definitions().type(type) + " GENERATED ALWAYS AS (" + computed.expression()
				+ ")");
	}

	/**
	 * A column that is numbered from now on goes on behind the numbers that are there.
	 */
	@Override
	protected List<SqlStatement> identity(ColumnOperation.AlterColumn operation, @Nullable Identity identity) {
		if (identity == null) {
			return one(alterHead(operation) + "DROP IDENTITY");
		}
		List<SqlStatement> statements = new ArrayList<>();
		String options = definitions().sequenceOptions(identity.options()).replace("START WITH", "RESTART WITH");
		statements.add(new SqlStatement(alterHead(operation) + "SET GENERATED "
				+ (identity.always() ? "ALWAYS" : "BY DEFAULT") + settings(options)));
		if (identity.options().start() == null) {
			statements.add(new SqlStatement(alterHead(operation) + "RESTART WITH (SELECT coalesce(max("
					+ quote(operation.column()) + "), 0) + 1 FROM " + quote(operation.table()) + ")"));
		}
		return statements;
	}

	private static String settings(String options) {
		return options.isEmpty() ? ""
				: " " + options.replaceAll("(?=\\b(INCREMENT|MINVALUE|MAXVALUE|CACHE|CYCLE|NO CYCLE)\\b)", "SET ")
					.replace("NO SET CYCLE", "NO CYCLE");
	}

}
