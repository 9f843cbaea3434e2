package dev.migration.jpa;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.jspecify.annotations.Nullable;

import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Computed;
import dev.migration.schema.Identity;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Type;

/**
 * Reads a column, with what its {@code columnDefinition} says besides the type.
 */
final class ColumnReader {

	private static final Set<String> CLAUSES = Set.of("default", "not null", "null", "collate", "check", "comment",
			"unique", "generated always as", "constraint", "primary key", "references", "on update");

	/**
	 * What only some databases know stays with the type, in the words of the database.
	 */
	private static final Set<String> UNKNOWN = Set.of("constraint", "primary key", "references", "on update");

	private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'", Pattern.DOTALL);

	private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");

	private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+");

	private static final Pattern NOW = Pattern.compile("(current_timestamp|now|localtimestamp)(\\(\\d*\\))?");

	private final EntityNames names;

	private final ColumnTypes types;

	private final Dialect dialect;

	ColumnReader(Metadata metadata, EntityNames names) {
		this.names = names;
		this.types = new ColumnTypes(metadata, names);
		this.dialect = metadata.getDatabase().getDialect();
	}

	/**
	 * Read a column.
	 * @param column the column
	 * @return the column, with the conditions that are its own
	 */
	dev.migration.schema.Column read(Column column) {
		String definition = column.getSqlType();
		DefinitionClauses clauses = new DefinitionClauses((definition != null) ? definition : "", CLAUSES);
		boolean isOpaque = UNKNOWN.stream().anyMatch(clauses::has);
		String typeText = (isOpaque || definition == null) ? definition : clauses.head();
		Type type = this.types.type(column, typeText);
		dev.migration.schema.Column read = new dev.migration.schema.Column(this.names.column(column), type);
		read = numbered(column, read, clauses, isOpaque);
		return read.nullable(isNullable(column, read, clauses, isOpaque))
			.collation(or(column.getCollation(), clause(clauses, "collate", isOpaque)))
			.comment(or(column.getComment(), comment(clauses, isOpaque)))
			.with(List.copyOf(checks(column, clauses, isOpaque)));
	}

	private dev.migration.schema.Column numbered(Column column, dev.migration.schema.Column read,
			DefinitionClauses clauses, boolean isOpaque) {
		String generatedAs = or(column.getGeneratedAs(), clause(clauses, "generated always as", isOpaque));
		if (column.isIdentity()) {
			return read.identity(Identity.BY_DEFAULT);
		}
		if (generatedAs != null) {
			return read.computed(computed(generatedAs));
		}
		String value = or(column.getDefaultValue(), clause(clauses, "default", isOpaque));
		return (value != null) ? read.serverDefault(serverDefault(value)) : read;
	}

	private boolean isNullable(Column column, dev.migration.schema.Column read, DefinitionClauses clauses,
			boolean isOpaque) {
		if (read.computed() != null && !this.dialect.supportsNotNullAfterGeneratedAs()) {
			return true;
		}
		return column.isNullable() && !column.isIdentity() && (isOpaque || !clauses.has("not null"));
	}

	private Computed computed(String text) {
		String lowerCase = text.toLowerCase(Locale.ROOT);
		String words = this.dialect.generatedAs(lowerCase).toLowerCase(Locale.ROOT);
		boolean isPostgresql = DatabaseFamily.id(this.dialect).equals(DatabaseFamily.POSTGRESQL);
		// From version 18 on, PostgreSQL stores no value unless it is told to.
		boolean isVirtual = words.contains("virtual") || (isPostgresql && !words.contains("stored"));
		String expression = text.replaceFirst("(?i)\\s+(stored|virtual|persisted|persistent)\\s*$", "");
		return new Computed(DefinitionClauses.unwrap(expression), !isVirtual);
	}

	/**
	 * Return a default as the value that it is, where it is one: it is then the same on
	 * every database.
	 * @param sql the default
	 * @return the value or the expression
	 */
	static ServerDefault serverDefault(String sql) {
		String text = sql.strip();
		String lowerCase = text.toLowerCase(Locale.ROOT);
		if (STRING.matcher(text).matches()) {
			return new ServerDefault.Literal(text.substring(1, text.length() - 1).replace("''", "'"));
		}
		if (INTEGER.matcher(text).matches()) {
			long number = Long.parseLong(text);
			return new ServerDefault.Literal((number == (int) number) ? (Object) (int) number : (Object) number);
		}
		if (DECIMAL.matcher(text).matches()) {
			return new ServerDefault.Literal(new BigDecimal(text));
		}
		if (lowerCase.equals("true") || lowerCase.equals("false")) {
			return new ServerDefault.Literal(Boolean.valueOf(lowerCase));
		}
		return NOW.matcher(lowerCase).matches() ? new ServerDefault.CurrentTimestamp()
				: new ServerDefault.Expression(text);
	}

	private static @Nullable String comment(DefinitionClauses clauses, boolean isOpaque) {
		String text = clause(clauses, "comment", isOpaque);
		return (text != null && STRING.matcher(text).matches())
				? text.substring(1, text.length() - 1).replace("''", "'") : null;
	}

	/**
	 * Conditions without a name become one, as Hibernate creates them.
	 */
	private List<CheckConstraint> checks(Column column, DefinitionClauses clauses, boolean isOpaque) {
		List<CheckConstraint> checks = new ArrayList<>();
		List<String> unnamed = new ArrayList<>();
		for (org.hibernate.mapping.CheckConstraint check : column.getCheckConstraints()) {
			String name = this.names.chosen(check.getName());
			if (name == null) {
				unnamed.add(check.getConstraint());
			}
			else {
				checks.add(new CheckConstraint(name, check.getConstraint()));
			}
		}
		String written = clause(clauses, "check", isOpaque);
		if (written != null) {
			unnamed.add(DefinitionClauses.unwrap(written));
		}
		if (!unnamed.isEmpty()) {
			checks.add(0, new CheckConstraint(null,
					(unnamed.size() == 1) ? unnamed.get(0) : "(" + String.join(") and (", unnamed) + ")"));
		}
		return checks;
	}

	boolean isUnique(Column column) {
		String definition = column.getSqlType();
		return column.isUnique() || (definition != null && new DefinitionClauses(definition, CLAUSES).has("unique"));
	}

	private static @Nullable String clause(DefinitionClauses clauses, String keyword, boolean isOpaque) {
		return isOpaque ? null : clauses.clause(keyword).filter((text) -> !text.isEmpty()).orElse(null);
	}

	private static @Nullable String or(@Nullable String value, @Nullable String other) {
		return (value != null) ? value : other;
	}

}
