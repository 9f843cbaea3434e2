package dev.migration.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.SqlScript;
import dev.migration.schema.QualifiedName;

/**
 * An operation on rows, or SQL as it is.
 */
public sealed interface DataOperation extends Operation {

	@Override
	default Inverse inverse() {
		return Inverse.none("rows and SQL do not say how it was before");
	}

	@Override
	default <R> R accept(OperationVisitor<R> visitor) {
		return visitor.data(this);
	}

	/**
	 * Hand this operation to its method of a visitor.
	 * @param <R> the type of the result
	 * @param visitor the visitor
	 * @return what the method returns
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Does something with every operation on rows.
	 *
	 * @param <R> the type of the result
	 */
	interface Visitor<R> {

		R executeScript(ExecuteScript operation);

		R executeStatement(ExecuteStatement operation);

		R bulkInsert(BulkInsert operation);

	}

	/**
	 * Run SQL as it is.
	 *
	 * @param script one or more statements with their place
	 */
	record ExecuteScript(SqlScript script) implements DataOperation {

		@Override
		public String describe() {
			return "execute " + this.script.location();
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.executeScript(this);
		}

	}

	/**
	 * Run one statement with bound values.
	 *
	 * @param sql the statement, with {@code :name} placeholders
	 * @param parameters the values by name
	 */
	record ExecuteStatement(String sql, Map<String, @Nullable Object> parameters) implements DataOperation {

		public ExecuteStatement {
			parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
		}

		@Override
		public String describe() {
			return "execute a statement with parameters " + this.parameters.keySet();
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.executeStatement(this);
		}

	}

	/**
	 * Insert rows.
	 *
	 * @param table the table
	 * @param rows the values by column
	 */
	record BulkInsert(QualifiedName table, List<Map<String, @Nullable Object>> rows) implements DataOperation {

		public BulkInsert {
			List<Map<String, @Nullable Object>> copies = new ArrayList<>(rows.size());
			for (Map<String, @Nullable Object> row : rows) {
				if (row.isEmpty()) {
					throw new IllegalArgumentException("A row for table '" + table + "' has no column");
				}
				copies.add(Collections.unmodifiableMap(new LinkedHashMap<>(row)));
			}
			rows = Collections.unmodifiableList(copies);
		}

		@Override
		public String describe() {
			return "insert " + this.rows.size() + " rows into " + this.table;
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.bulkInsert(this);
		}

	}

}
