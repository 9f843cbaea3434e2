package dev.migration.dialect.mysql;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.Column;
import dev.migration.schema.Computed;
import dev.migration.schema.Identity;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Type;
import dev.migration.schema.TypeName;

/**
 * What the server says of a column, in the words of {@code SHOW CREATE TABLE}, wherever
 * it was read from.
 *
 * @param name the name
 * @param type the type, without character set and collation
 * @param collation the collation, if it is not that of the table
 * @param nullable whether it takes null
 * @param serverDefault the default, if there is one
 * @param onUpdate the value that an update sets, if there is one
 * @param autoIncrement whether the server numbers it
 * @param generated the expression that it is computed from, if it is
 * @param isStored whether a computed value is kept
 * @param comment the comment, empty if there is none
 * @param checks the conditions that stand behind the column
 */
record ColumnFacts(String name, String type, @Nullable String collation, boolean nullable,
		@Nullable String serverDefault, @Nullable String onUpdate, boolean autoIncrement, @Nullable String generated,
		boolean isStored, String comment, List<String> checks) {

	/**
	 * Return the facts that a definition states.
	 * @param name the name of the column
	 * @param text the definition
	 * @param collation the collation, if it is not that of the table
	 * @param server reads strings
	 * @return the facts
	 */
	static ColumnFacts of(String name, ColumnText text, @Nullable String collation, ServerText server) {
		String generated = text.generated();
		String expression = (generated != null)
				? generated.substring(generated.indexOf('('), generated.lastIndexOf(')') + 1) : null;
		return new ColumnFacts(name, text.type(), collation, !"NOT NULL".equals(text.nullability()),
				text.serverDefault(), text.onUpdate(), text.autoIncrement(), expression,
				generated != null && !text.isVirtual(), (text.comment() != null) ? server.unquote(text.comment()) : "",
				text.checks());
	}

	/**
	 * Return the column.
	 * @param server reads strings and expressions
	 * @return the column, without the conditions behind it
	 */
	Column column(ServerText server) {
		Type read = isJson() ? new Type.Generic(TypeName.JSON, null, null)
				: MysqlTypes.read(server.restated(this.type));
		boolean isClock = MysqlDefaults.isClock(this.serverDefault);
		if (this.onUpdate != null && !isClock) {
			read = new Type.Verbatim(server.restated(this.type) + " ON UPDATE " + MysqlDefaults.clock(this.onUpdate));
		}
		Computed computed = (this.generated != null) ? new Computed(server.expression(this.generated), this.isStored)
				: null;
		boolean hasDefault = computed == null && !this.autoIncrement;
		ServerDefault value = hasDefault
				? new MysqlDefaults(server).read(this.serverDefault, isClock ? this.onUpdate : null, read, this.type)
				: null;
		return new Column(this.name, read, this.nullable, false, this.autoIncrement ? Identity.BY_DEFAULT : null, value,
				computed, isJson() ? null : this.collation, this.comment.isEmpty() ? null : this.comment, List.of());
	}

	/**
	 * Return the conditions that people wrote behind the column.
	 * @return the conditions, without the one that makes a text of MariaDB a JSON
	 * document
	 */
	List<String> ownChecks() {
		return isJson() ? this.checks.stream().filter((check) -> !isJsonCheck(check)).toList() : this.checks;
	}

	private boolean isJson() {
		return this.type.equals("longtext") && this.checks.stream().anyMatch(this::isJsonCheck);
	}

	/**
	 * Return whether a condition is the one that makes a JSON document of this column, if
	 * it is a text.
	 */
	boolean isJsonCheck(String check) {
		String condition = check.startsWith("(") ? check.substring(1, check.length() - 1) : check;
		String words = condition.toLowerCase(Locale.ROOT);
		String column = this.name.toLowerCase(Locale.ROOT);
		return words.equals("json_valid(" + ServerText.backticked(column) + ")")
				|| words.equals("json_valid(\"" + column.replace("\"", "\"\"") + "\")");
	}

}
