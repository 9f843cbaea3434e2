package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.ColumnRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.operation.ColumnOperation;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.Computed;
import dev.migration.schema.Identity;
import dev.migration.schema.SequenceOptions;
import dev.migration.schema.Type;

/**
 * Renders operations on columns for PostgreSQL.
 */
final class PostgresqlColumns extends ColumnRenderer {

	private static final Pattern STRING = Pattern.compile("('(?:[^']|'')*')::[\\w \"().]+");

	PostgresqlColumns(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	protected boolean knowsIfExists() {
		return true;
	}

	/**
	 * A default has the type of its column, and does not always follow it: it goes before
	 * the type changes, and comes back after.
	 */
	@Override
	protected List<SqlStatement> type(ColumnOperation.AlterColumn operation) {
		ColumnChange change = operation.change();
		Type type = change.type().value();
		if (type == null) {
			return one(alterHead(operation) + "TYPE " + typeAndCollation(operation));
		}
		List<SqlStatement> statements = new ArrayList<>(
				renderer().enumTypes().required(new Column(operation.column(), type)));
		String using = using(operation, type);
		String kept = change.serverDefault().isMentioned() ? null : keptDefault(operation, type, using != null);
		if (change.serverDefault().isMentioned() || kept != null) {
			statements.addAll(serverDefault(operation, null));
		}
		statements.addAll(one(alterHead(operation) + "TYPE " + typeAndCollation(operation)
				+ ((using != null) ? " USING " + using : "")));
		if (kept != null) {
			statements.addAll(one(alterHead(operation) + "SET DEFAULT " + kept));
		}
		return statements;
	}

	/**
	 * Where the server does not convert by itself, the text of a value is read as one of
	 * the new type, as other databases do it. What cannot be read so makes it fail.
	 */
	private @Nullable String using(ColumnOperation.AlterColumn operation, Type type) {
		if (operation.change().using() != null) {
			return operation.change().using();
		}
		String sql = definitions().type(type);
		boolean isEnum = type.forDialect(renderer().dialect().id()) instanceof Type.Enumeration;
		Connection connection = context().connection();
		boolean needsText = isEnum || (connection != null
				&& !CatalogColumn.isConverted(connection, operation, quote(operation.table()), sql));
		return needsText ? quote(operation.column()) + "::text::" + sql : null;
	}

	private String typeAndCollation(ColumnOperation.AlterColumn operation) {
		ColumnChange change = operation.change();
		Type type = change.type().value();
		String sql = (type != null) ? definitions().type(type) : catalog(operation).type();
		if (!change.collation().isMentioned()) {
			return sql;
		}
		String collation = change.collation().value();
		return sql + " COLLATE " + ((collation != null) ? definitions().collation(collation) : "\"default\"");
	}

	private @Nullable String keptDefault(ColumnOperation.AlterColumn operation, Type type, boolean isConverted) {
		Column was = operation.was();
		if (was != null) {
			return (was.serverDefault() != null) ? definitions().serverDefault(was.serverDefault()) : null;
		}
		String expression = (isConverted && context().isOnline()) ? catalog(operation).expression() : null;
		if (expression == null) {
			return null;
		}
		Matcher string = STRING.matcher(expression);
		return string.matches() ? string.group(1) : "(" + expression + ")::" + definitions().type(type);
	}

	private CatalogColumn catalog(ColumnOperation.AlterColumn operation) {
		return CatalogColumn.read(
				context().connection(operation, "it must know how the column is",
						"Alter the column with its definition, as in op.alterColumn(table, column(…), …)."),
				operation, quote(operation.table()));
	}

	@Override
	protected List<SqlStatement> computed(ColumnOperation.AlterColumn operation, @Nullable Computed computed) {
		if (computed == null) {
			return one(alterHead(operation) + "DROP EXPRESSION");
		}
		if (!context().version().isAtLeast(17, 0)) {
			throw unsupported(operation,
					context().version() + " cannot change what a column is computed from; version 17 can",
					"Drop the column and add it anew, or upgrade the server.");
		}
		return one(alterHead(operation) + "SET EXPRESSION AS (" + computed.expression() + ")");
	}

	/**
	 * A column that is numbered from now on goes on behind the numbers that are there.
	 */
	@Override
	protected List<SqlStatement> identity(ColumnOperation.AlterColumn operation, @Nullable Identity identity) {
		if (identity == null) {
			return one(alterHead(operation) + "DROP IDENTITY");
		}
		if (isIdentity(operation)) {
			return one(alterHead(operation) + "SET GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT")
					+ settings(identity.options()));
		}
		List<SqlStatement> statements = new ArrayList<>();
		if (!operation.change().nullability().isMentioned()) {
			statements.addAll(nullable(operation, false));
		}
		statements.addAll(one(alterHead(operation) + "ADD " + definitions().identity(identity)));
		if (identity.options().start() == null) {
			String table = quote(operation.table());
			statements.addAll(one("SELECT setval(pg_get_serial_sequence(" + renderer().dialect().literal(table) + ", "
					+ renderer().dialect().literal(operation.column()) + "), max(" + quote(operation.column())
					+ ")) FROM " + table));
		}
		return statements;
	}

	private boolean isIdentity(ColumnOperation.AlterColumn operation) {
		Column was = operation.was();
		if (was != null) {
			return was.isIdentity();
		}
		return context().isOnline() && catalog(operation).isIdentity();
	}

	private String settings(SequenceOptions options) {
		StringBuilder sql = new StringBuilder();
		for (String option : definitions().sequenceOptions(options)
			.replaceAll(" (?=INCREMENT|MINVALUE|MAXVALUE|CACHE|CYCLE|NO CYCLE)", "\n")
			.split("\n")) {
			if (!option.isEmpty()) {
				sql.append(option.startsWith("START") ? " RESTART " + option.substring("START ".length())
						: " SET " + option);
			}
		}
		return sql.toString();
	}

}
