package dev.migration.dialect.mysql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ReferentialAction;
import dev.migration.schema.Table;
import dev.migration.schema.UniqueConstraint;

/**
 * What the catalogue has of one table, put together row by row.
 */
final class TableRows {

	private final @Nullable String collation;

	private final String comment;

	private final Map<String, ColumnFacts> columns = new LinkedHashMap<>();

	private final Map<String, IndexFacts> indexes = new LinkedHashMap<>();

	private final Map<String, KeyRows> keys = new LinkedHashMap<>();

	private final Map<String, String> checks = new LinkedHashMap<>();

	TableRows(@Nullable String collation, String comment) {
		this.collation = collation;
		this.comment = comment;
	}

	@Nullable String collation() {
		return this.collation;
	}

	void add(ColumnFacts column) {
		this.columns.put(column.name(), column);
	}

	IndexFacts index(String name, boolean isUnique, String method) {
		return this.indexes.computeIfAbsent(name, (key) -> new IndexFacts(key, isUnique, method, new ArrayList<>()));
	}

	KeyRows key(String name) {
		return this.keys.computeIfAbsent(name, (key) -> new KeyRows());
	}

	/**
	 * Add a check. One that stands behind a column has the name that the column had when
	 * it was created, which may be that of another one by now.
	 */
	void addCheck(String name, boolean isBehindColumn, String condition) {
		if (!isBehindColumn) {
			this.checks.put(name, condition);
			return;
		}
		this.columns.values()
			.stream()
			.filter((column) -> column.isJsonCheck(condition))
			.findFirst()
			.or(() -> this.columns.values().stream().findFirst())
			.ifPresent((column) -> column.checks().add(condition));
	}

	Table table(QualifiedName name, ServerText text) {
		List<Column> read = this.columns.values().stream().map((column) -> column.column(text)).toList();
		List<CheckConstraint> conditions = new ArrayList<>();
		this.columns.values()
			.forEach((column) -> column.ownChecks()
				.forEach((check) -> conditions.add(new CheckConstraint(null, text.expression(check)))));
		this.checks
			.forEach((check, condition) -> conditions.add(new CheckConstraint(check, text.expression(condition))));
		IndexFacts primary = this.indexes.get(IndexFacts.PRIMARY);
		List<UniqueConstraint> uniques = this.indexes.values()
			.stream()
			.filter((index) -> index.isUniqueConstraint() && !index.isPrimary())
			.map((index) -> new UniqueConstraint(index.name(), index.columns()))
			.toList();
		return new Table(name, read, (primary != null) ? new PrimaryKey(null, primary.columns()) : null, uniques,
				foreignKeys(), conditions, List.of(), this.comment.isEmpty() ? null : this.comment, List.of());
	}

	private List<ForeignKey> foreignKeys() {
		List<ForeignKey> read = new ArrayList<>();
		this.keys.forEach((name, rows) -> {
			// Without any right on a table its columns are not listed.
			if (!rows.columns.isEmpty()) {
				read.add(rows.key(name));
			}
		});
		return read;
	}

	/**
	 * Return the indexes that are neither a constraint nor made for a foreign key.
	 * @param name the name of the table
	 * @return the indexes
	 */
	List<Index> plainIndexes(QualifiedName name) {
		List<ForeignKey> read = foreignKeys();
		return this.indexes.values()
			.stream()
			.filter((index) -> !index.isPrimary() && !index.isUniqueConstraint()
					&& read.stream().noneMatch(index::isMadeFor))
			.map((index) -> index.index(name))
			.toList();
	}

	/**
	 * What the catalogue has of a foreign key.
	 */
	static final class KeyRows {

		private final List<String> columns = new ArrayList<>();

		private final List<String> referencedColumns = new ArrayList<>();

		private QualifiedName referencedTable = QualifiedName.of("unknown");

		private String onDelete = "";

		private String onUpdate = "";

		void rules(String deleteRule, String updateRule) {
			this.onDelete = deleteRule;
			this.onUpdate = updateRule;
		}

		void add(String column, QualifiedName referenced, String referencedColumn) {
			this.columns.add(column);
			this.referencedTable = referenced;
			this.referencedColumns.add(referencedColumn);
		}

		ForeignKey key(String name) {
			return new ForeignKey(name, this.columns, this.referencedTable, this.referencedColumns,
					action(this.onDelete), action(this.onUpdate), null, null, false);
		}

		private static @Nullable ReferentialAction action(String rule) {
			return rule.isEmpty() ? null : ownAction(ReferentialAction.valueOf(rule.replace(' ', '_')));
		}

		/**
		 * Refusing is what the server does anyway, and always at once.
		 * @param action the action
		 * @return the action, or {@code null} if it refuses
		 */
		static @Nullable ReferentialAction ownAction(@Nullable ReferentialAction action) {
			boolean refuses = action == ReferentialAction.NO_ACTION || action == ReferentialAction.RESTRICT;
			return refuses ? null : action;
		}

	}

}
