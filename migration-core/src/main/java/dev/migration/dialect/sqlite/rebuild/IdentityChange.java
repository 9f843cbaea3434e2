package dev.migration.dialect.sqlite.rebuild;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.sqlite.ddl.Clause;
import dev.migration.dialect.sqlite.ddl.ClauseKind;
import dev.migration.dialect.sqlite.ddl.TableDefinition;
import dev.migration.dialect.sqlite.ddl.TableItem;
import dev.migration.operation.Operation;
import dev.migration.schema.Identity;
import dev.migration.schema.SequenceOptions;

/**
 * Lets SQLite number a column, or not: {@code AUTOINCREMENT} only exists behind the
 * primary key of a column that is declared {@code INTEGER}.
 */
final class IdentityChange {

	private final TableInWork table;

	private final Operation operation;

	private final String column;

	IdentityChange(TableInWork table, Operation operation, String column) {
		this.table = table;
		this.operation = operation;
		this.column = column;
	}

	void to(@Nullable Identity identity) {
		if (identity != null && !identity.options().equals(SequenceOptions.DEFAULTS)) {
			throw TableInWork.refused(this.operation, "an identity counts 1, 2, 3", "Leave out how it counts.");
		}
		TableDefinition definition = this.table.definition();
		List<String> key = definition.primaryKey();
		boolean isKey = key.size() == 1 && key.get(0).equalsIgnoreCase(this.column);
		if (identity != null && (!isKey || definition.isWithoutRowid())) {
			throw TableInWork.refused(this.operation, "only the single column of a primary key can be an identity",
					"Make it the primary key first, or fill the column in the application.");
		}
		if (isKey && isNumbered(definition) != (identity != null)) {
			this.table.replace(this.operation, withKey(definition, identity != null));
		}
	}

	private boolean isNumbered(TableDefinition definition) {
		return keyClause(definition).says("AUTOINCREMENT");
	}

	private Clause keyClause(TableDefinition definition) {
		TableItem item = Objects.requireNonNull(definition.column(this.column));
		Clause inline = item.clause(ClauseKind.PRIMARY_KEY);
		return (inline != null) ? inline
				: definition.tableClauses()
					.stream()
					.filter((clause) -> clause.kind() == ClauseKind.PRIMARY_KEY)
					.findFirst()
					.orElseThrow();
	}

	private TableDefinition withKey(TableDefinition definition, boolean isNumbered) {
		Clause before = keyClause(definition);
		String text = ((before.name() != null) ? "CONSTRAINT " + Database.quote(before.name()) + " " : "")
				+ "PRIMARY KEY" + (isNumbered ? " AUTOINCREMENT" : "");
		TableDefinition without = before.columns().isEmpty() ? definition : definition.withoutConstraint(before);
		return without.withColumn(this.column, (item) -> {
			TableItem changed = item.withClause(ClauseKind.PRIMARY_KEY, text);
			return isNumbered ? changed.withDeclaredType("INTEGER") : changed;
		});
	}

}
