package dev.migration.dialect.mysql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;
import dev.migration.schema.QualifiedName;

/**
 * What the server says of an index.
 *
 * @param name the name
 * @param isUnique whether there are no duplicates
 * @param method the method, in capitals
 * @param parts its columns and expressions
 */
record IndexFacts(String name, boolean isUnique, String method, List<IndexPart> parts) {

	static final String PRIMARY = "PRIMARY";

	boolean isPrimary() {
		return this.name.equals(PRIMARY);
	}

	/**
	 * Return whether this is what a unique constraint makes: there is no difference on
	 * the server. MariaDB hashes on its own what is too long for a tree.
	 * @return whether it is
	 */
	boolean isUniqueConstraint() {
		return this.isUnique && (this.method.equals("BTREE") || this.method.equals("HASH"))
				&& this.parts.stream().allMatch(IndexFacts::isPlain);
	}

	private boolean isPlain() {
		return this.method.equals("BTREE") && this.parts.stream().allMatch(IndexFacts::isPlain);
	}

	static boolean isPlain(IndexPart part) {
		return !part.isExpression() && !part.isDescending() && part.prefixLength() == null;
	}

	/**
	 * Return whether the server made this index for a foreign key: such an index has the
	 * name of the key, or that of its first column if the server also named the key.
	 * @param key the key
	 * @return whether it did
	 */
	boolean isMadeFor(ForeignKey key) {
		String keyName = String.valueOf(key.name());
		boolean isNamedByServer = keyName.matches(".*_ibfk_\\d+")
				&& this.name.matches(Pattern.quote(key.columns().get(0)) + "(_\\d+)?");
		return !this.isUnique && isPlain() && columns().equals(key.columns())
				&& (this.name.equalsIgnoreCase(keyName) || isNamedByServer);
	}

	List<String> columns() {
		return this.parts.stream().map(IndexPart::text).toList();
	}

	Index index(QualifiedName table) {
		return index(this.name, table);
	}

	Index index(@Nullable String indexName, QualifiedName table) {
		return new Index(indexName, table, this.parts, this.isUnique, false,
				this.method.equals("BTREE") ? null : this.method.toLowerCase(Locale.ROOT), null, List.of(), false,
				Map.of());
	}

	/**
	 * Read a part of an index from a row of {@code SHOW INDEX} or of
	 * {@code information_schema.statistics}.
	 * @param row the row
	 * @param hasExpressions whether the server says what an expression is
	 * @param server reads expressions
	 * @return the part
	 */
	static IndexPart part(ResultSet row, boolean hasExpressions, ServerText server) throws SQLException {
		String expression = hasExpressions ? row.getString("expression") : null;
		boolean isDescending = "D".equals(row.getString("collation"));
		if (expression != null) {
			String text = server.expression(expression.replace("\\'", "'"));
			return new IndexPart(text, true, isDescending, null, null, null, null);
		}
		int length = row.getInt("sub_part");
		boolean isWhole = row.wasNull() || row.getString("index_type").equals("SPATIAL");
		return new IndexPart(row.getString("column_name"), false, isDescending, null, null, null,
				isWhole ? null : Integer.valueOf(length));
	}

}
