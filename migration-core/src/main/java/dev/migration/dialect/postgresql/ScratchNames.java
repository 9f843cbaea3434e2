package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.QualifiedName;

/**
 * Names for what is created among the temporary tables of the session. There is one
 * schema for all of them, so that some cannot keep their names: those get another one,
 * and expressions that mention them are rewritten, there and back.
 */
final class ScratchNames {

	/**
	 * The types of the system are found behind those of the session: a temporary table
	 * that is called {@code text} would be the type of that name.
	 */
	private static final CatalogueQuery TAKEN = new CatalogueQuery("""
			SELECT relname FROM pg_catalog.pg_class WHERE relnamespace = pg_my_temp_schema()
			UNION ALL
			SELECT typname FROM pg_catalog.pg_type WHERE typnamespace = pg_my_temp_schema()
			OR (typnamespace = 'pg_catalog'::regnamespace AND typrelid = 0 AND typcategory <> 'A')""");

	private static final String PREFIX = "migration_scratch_";

	private final UnaryOperator<String> quote;

	private final SchemaSearch search;

	private final Set<String> taken;

	private final Map<QualifiedName, String> renamed = new LinkedHashMap<>();

	private int counter;

	private ScratchNames(UnaryOperator<String> quote, SchemaSearch search, Set<String> taken) {
		this.quote = quote;
		this.search = search;
		this.taken = taken;
	}

	static ScratchNames read(Connection connection, UnaryOperator<String> quote, SchemaSearch search)
			throws SQLException {
		return new ScratchNames(quote, search,
				new HashSet<>(TAKEN.ofAll(connection, (row) -> row.getString("relname"))));
	}

	/**
	 * Return a name that is used nowhere else.
	 */
	String next() {
		String name = PREFIX + ++this.counter;
		return this.taken.add(name) ? name : next();
	}

	/**
	 * Return the name of a table: its own if it can be, as its conditions may mention it.
	 */
	String ofTable(QualifiedName name) {
		return this.taken.add(name.name()) ? name.name() : next();
	}

	/**
	 * Return the name of a type or sequence: its own if it is visible under that.
	 */
	String ofMentioned(QualifiedName name) {
		if (name.schema() == null && this.taken.add(name.name())) {
			return name.name();
		}
		String scratchName = next();
		this.renamed.put(name, scratchName);
		return scratchName;
	}

	/**
	 * Return an expression as it stands among the temporary tables.
	 */
	String rewrite(String sql) {
		String text = sql;
		for (Map.Entry<QualifiedName, String> each : this.renamed.entrySet()) {
			QualifiedName name = each.getKey();
			if (name.schema() != null) {
				String schema = spelling(name.schema());
				text = Pattern.compile("(?<![\\w.\"])" + schema + "\\." + spelling(name.name()) + "(?![\\w\"])")
					.matcher(text)
					.replaceAll(Matcher.quoteReplacement(each.getValue()));
			}
		}
		return text;
	}

	private String spelling(String name) {
		return "(?:" + Pattern.quote(this.quote.apply(name)) + "|"
				+ Pattern.quote('"' + name.replace("\"", "\"\"") + '"') + ")";
	}

	/**
	 * Return an expression of the server as it would stand in the real schema.
	 */
	String restore(String sql) {
		String text = sql;
		for (Map.Entry<QualifiedName, String> each : this.renamed.entrySet()) {
			text = text.replaceAll("\\b" + each.getValue() + "\\b", Matcher.quoteReplacement(written(each.getKey())));
		}
		return text;
	}

	private String written(QualifiedName name) {
		String schema = name.schema();
		return isVisible(schema) ? this.quote.apply(name.name())
				: this.quote.apply(schema) + "." + this.quote.apply(name.name());
	}

	private boolean isVisible(@Nullable String schema) {
		return schema == null || this.search.visibleSchemas().contains(schema);
	}

}
