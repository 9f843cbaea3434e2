package dev.migration.dialect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.operation.DataOperation;

/**
 * Makes the statements of a bulk insert: one for each run of rows with the same columns,
 * so that a row which leaves out a column gets that column's default.
 */
final class InsertStatements {

	private InsertStatements() {
	}

	static List<SqlStatement> of(DataOperation.BulkInsert insert, String table, UnaryOperator<String> quote) {
		List<SqlStatement> statements = new ArrayList<>();
		List<List<@Nullable Object>> batch = new ArrayList<>();
		Set<String> columns = Set.of();
		for (Map<String, @Nullable Object> row : insert.rows()) {
			if (!row.keySet().equals(columns)) {
				flush(table, columns, batch, quote, statements);
				columns = row.keySet();
			}
			batch.add(values(row, columns));
		}
		flush(table, columns, batch, quote, statements);
		return statements;
	}

	private static List<@Nullable Object> values(Map<String, @Nullable Object> row, Set<String> columns) {
		List<@Nullable Object> values = new ArrayList<>(columns.size());
		columns.forEach((column) -> values.add(row.get(column)));
		return values;
	}

	private static void flush(String table, Set<String> columns, List<List<@Nullable Object>> batch,
			UnaryOperator<String> quote, List<SqlStatement> statements) {
		if (batch.isEmpty()) {
			return;
		}
		String names = columns.stream().map(quote).collect(Collectors.joining(", "));
		String placeholders = String.join(", ", Collections.nCopies(columns.size(), "?"));
		statements.add(new SqlStatement("INSERT INTO " + table + " (" + names + ") VALUES (" + placeholders + ")",
				List.copyOf(batch), null));
		batch.clear();
	}

}
