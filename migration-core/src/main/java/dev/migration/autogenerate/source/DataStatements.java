package dev.migration.autogenerate.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.operation.DataOperation;
import dev.migration.schema.QualifiedName;

/**
 * Writes operations on rows, and SQL as it is.
 */
final class DataStatements implements DataOperation.Visitor<List<Code>> {

	/**
	 * How many values a statement may insert. A method can only be so long.
	 */
	private static final int MOST_VALUES = 1000;

	/**
	 * What {@code Map.of} takes at most.
	 */
	private static final int MOST_ENTRIES = 10;

	/**
	 * From how many rows on they are made by a method with one type, as the compiler
	 * takes minutes to infer that of hundreds of different maps.
	 */
	private static final int MANY_ROWS = 10;

	private final Imports imports;

	DataStatements(Imports imports) {
		this.imports = imports;
	}

	@Override
	public List<Code> executeScript(DataOperation.ExecuteScript operation) {
		return List.of(Code.chain("op", List.of(Code.call("execute", Code.prose(operation.script().sql())))));
	}

	@Override
	public List<Code> executeStatement(DataOperation.ExecuteStatement operation) {
		return List.of(Code.chain("op", List.of(Code.call("execute", Code.prose(operation.sql()),
				map(operation.describe(), operation.parameters(), false)))));
	}

	@Override
	public List<Code> bulkInsert(DataOperation.BulkInsert operation) {
		List<Code> statements = new ArrayList<>();
		List<Code> rows = new ArrayList<>();
		int values = 0;
		for (Map<String, @Nullable Object> row : operation.rows()) {
			if (values > 0 && values + row.size() > MOST_VALUES) {
				statements.add(insert(operation.table(), rows));
				rows.clear();
				values = 0;
			}
			rows.add(map(operation.describe(), row, operation.rows().size() > MANY_ROWS));
			values += row.size();
		}
		if (!rows.isEmpty()) {
			statements.add(insert(operation.table(), rows));
		}
		return statements;
	}

	private Code insert(QualifiedName table, List<Code> rows) {
		return Target.OPERATIONS.call(table.schema(), Code.call("bulkInsert", Code.name(table.name()),
				Code.call(this.imports.name(List.class) + ".of", rows).listedIfLong()));
	}

	private Code map(String change, Map<String, @Nullable Object> values, boolean isOneOfMany) {
		ValueSource source = new ValueSource(this.imports, change);
		Map<Code, Code> entries = new LinkedHashMap<>();
		values.forEach((name, value) -> entries.put(Code.name(name), source.value(value)));
		String map = this.imports.name(Map.class);
		if (isOneOfMany || values.containsValue(null)) {
			return row(entries);
		}
		List<Code> arguments = new ArrayList<>();
		if (entries.size() <= MOST_ENTRIES) {
			entries.forEach((name, value) -> arguments.addAll(List.of(name, value)));
			return Code.call(map + ".of", arguments);
		}
		entries.forEach((name, value) -> arguments.add(Code.call(map + ".entry", name, value)));
		return Code.call(map + ".ofEntries", arguments);
	}

	/**
	 * The maps of {@code Map.of} take no null, and each is of its own type.
	 */
	private Code row(Map<Code, Code> entries) {
		List<Code> arguments = new ArrayList<>();
		entries.forEach((name, value) -> arguments.addAll(List.of(name, value)));
		return Code.call(this.imports.row(), arguments);
	}

}
