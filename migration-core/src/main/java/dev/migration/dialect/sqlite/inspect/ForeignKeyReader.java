package dev.migration.dialect.sqlite.inspect;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.sqlite.ddl.Clause;
import dev.migration.dialect.sqlite.ddl.SqlToken;
import dev.migration.dialect.sqlite.ddl.TableDefinition;
import dev.migration.schema.Deferral;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ReferentialAction;

/**
 * Reads foreign keys. What SQLite ignores is left out: {@code MATCH}, and what only says
 * what would happen anyway.
 */
final class ForeignKeyReader {

	private final DefinedTables tables;

	/**
	 * Create a new reader.
	 * @param tables all tables, since a key need not name the columns it points at
	 */
	ForeignKeyReader(DefinedTables tables) {
		this.tables = tables;
	}

	/**
	 * Read a foreign key.
	 * @param table the table that points
	 * @param columns the columns that point
	 * @param clause the clause
	 * @param deferrable the clause behind it which only says when it is checked, or
	 * {@code null} if there is none
	 * @return the key
	 */
	ForeignKey read(QualifiedName table, List<String> columns, Clause clause, @Nullable Clause deferrable) {
		String written = String.valueOf(clause.referencedTable());
		QualifiedName referenced = this.tables.name(table.sibling(written));
		TableDefinition definition = this.tables.definition(referenced);
		List<String> referencedColumns = clause.referencedColumns();
		if (referencedColumns.isEmpty()) {
			List<String> key = (definition != null) ? definition.primaryKey() : List.of();
			referencedColumns = (key.size() == columns.size()) ? key : columns;
		}
		if (definition != null) {
			referencedColumns = referencedColumns.stream()
				.map((column) -> DefinedTables.column(definition, column))
				.toList();
		}
		List<SqlToken> words = SqlToken.significant(clause.text());
		return new ForeignKey(clause.name(), columns, referenced, referencedColumns, action(words, "DELETE"),
				action(words, "UPDATE"), null,
				deferral((deferrable != null) ? SqlToken.significant(deferrable.text()) : words), false);
	}

	private static @Nullable ReferentialAction action(List<SqlToken> words, String event) {
		ReferentialAction action = null;
		for (int i = 0; i + 2 < words.size(); i++) {
			if (words.get(i).isWord("ON") && words.get(i + 1).isWord(event)) {
				String first = words.get(i + 2).text().toUpperCase(Locale.ROOT);
				boolean isSet = first.equals("SET") && i + 3 < words.size();
				action = isSet ? ReferentialAction.valueOf("SET_" + words.get(i + 3).text().toUpperCase(Locale.ROOT))
						: first.equals("NO") ? null : ReferentialAction.valueOf(first);
			}
		}
		return action;
	}

	private static @Nullable Deferral deferral(List<SqlToken> words) {
		for (int i = 0; i < words.size(); i++) {
			if (words.get(i).isWord("DEFERRABLE")) {
				if (i > 0 && words.get(i - 1).isWord("NOT")) {
					return null;
				}
				boolean isDeferred = i + 2 < words.size() && words.get(i + 2).isWord("DEFERRED");
				return isDeferred ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
			}
		}
		return null;
	}

}
