package dev.migration.dialect.mysql;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.TableRenderer;
import dev.migration.schema.Column;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;

/**
 * Renders operations on tables for MySQL and MariaDB: comments and the first number of a
 * column belong to the definition.
 */
final class MysqlTables extends TableRenderer {

	private final MysqlRenderer renderer;

	MysqlTables(MysqlRenderer renderer) {
		super(renderer);
		this.renderer = renderer;
	}

	@Override
	protected String suffix(Table table) {
		List<String> words = new ArrayList<>();
		for (Column column : table.columns()) {
			Long start = (column.identityOptions() != null) ? column.identityOptions().options().start() : null;
			if (start != null) {
				words.add("AUTO_INCREMENT=" + start);
			}
		}
		if (table.comment() != null) {
			words.add("COMMENT=" + this.renderer.plainString(table.comment()));
		}
		String options = super.suffix(table);
		return options + (words.isEmpty() ? "" : " " + String.join(" ", words));
	}

	@Override
	protected List<SqlStatement> comments(Table table) {
		return List.of();
	}

	@Override
	protected List<SqlStatement> comment(QualifiedName table, @Nullable String comment) {
		return one(this.renderer.alter(table) + commentClause(comment));
	}

	String commentClause(@Nullable String comment) {
		return "COMMENT=" + this.renderer.plainString((comment != null) ? comment : "");
	}

}
