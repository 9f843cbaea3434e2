package dev.migration.dialect;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.SqlScript;
import dev.migration.operation.Operation;

/**
 * The words that the SQL standard and most databases share: identifiers, literals, and
 * the {@link StandardRenderer} for the operations. A database overrides where it differs.
 */
public abstract class StandardDialect implements Dialect {

	private final String id;

	private final String displayName;

	private final Identifiers identifiers;

	private final ScriptSplitter splitter;

	/**
	 * Create a new dialect.
	 * @param id the id
	 * @param displayName the name for people
	 * @param identifiers how identifiers are quoted
	 * @param splitter how scripts are split
	 */
	protected StandardDialect(String id, String displayName, Identifiers identifiers, ScriptSplitter splitter) {
		this.id = id;
		this.displayName = displayName;
		this.identifiers = identifiers;
		this.splitter = splitter;
	}

	@Override
	public final String id() {
		return this.id;
	}

	/**
	 * Return the name of the database for people.
	 * @return for example {@code PostgreSQL}
	 */
	public final String displayName() {
		return this.displayName;
	}

	@Override
	public boolean transactionalDdl() {
		return true;
	}

	@Override
	public final String quote(String identifier) {
		return this.identifiers.quote(identifier);
	}

	@Override
	public List<SqlScript> split(SqlScript script) {
		return this.splitter.split(script);
	}

	@Override
	public List<SqlStatement> render(Operation operation, RenderContext context) {
		return operation.accept(renderer(context));
	}

	/**
	 * Return what renders the operations.
	 * @param context the server it is for
	 * @return the renderer
	 */
	protected abstract StandardRenderer renderer(RenderContext context);

	@Override
	public final String literal(@Nullable Object value) {
		if (value == null) {
			return "NULL";
		}
		if (value instanceof CharSequence || value instanceof Character || value instanceof Enum<?>) {
			return stringLiteral((value instanceof Enum<?> constant) ? constant.name() : value.toString());
		}
		if (value instanceof Boolean bool) {
			return bool ? "TRUE" : "FALSE";
		}
		if (value instanceof Number number && isFinite(number)) {
			return number.toString();
		}
		String literal = specialLiteral(value);
		if (literal == null) {
			throw new IllegalArgumentException(
					"A value of type " + value.getClass().getName() + " has no literal form in " + this.id);
		}
		return literal;
	}

	private static boolean isFinite(Number number) {
		return !(number instanceof Double || number instanceof Float) || Double.isFinite(number.doubleValue());
	}

	/**
	 * Return the SQL of a string.
	 * @param value the string
	 * @return the literal
	 */
	protected String stringLiteral(String value) {
		if (value.indexOf('\0') >= 0) {
			throw new IllegalArgumentException("A string with a NUL character has no literal form in " + this.id);
		}
		return "'" + value.replace("'", "''") + "'";
	}

	/**
	 * Return the SQL of a value that is not a string, a finite number or a boolean.
	 * @param value the value
	 * @return the literal, or {@code null} if the type is not known
	 */
	protected abstract @Nullable String specialLiteral(Object value);

	/**
	 * Return a value as drivers of databases with the types of the standard store it.
	 * @param value the value
	 * @return a string, a value of {@code java.time}, or the value itself
	 */
	protected static Object standardValue(Object value) {
		if (value instanceof Enum<?> constant) {
			return constant.name();
		}
		if (value instanceof Character) {
			return value.toString();
		}
		if (value instanceof Instant instant) {
			return instant.atOffset(ZoneOffset.UTC);
		}
		if (value instanceof ZonedDateTime time) {
			return time.toOffsetDateTime();
		}
		if (value instanceof Timestamp timestamp) {
			return timestamp.toLocalDateTime();
		}
		if (value instanceof Date date) {
			return date.toLocalDate();
		}
		if (value instanceof Time time) {
			return time.toLocalTime().with(ChronoField.MILLI_OF_SECOND, Math.floorMod(time.getTime(), 1000));
		}
		return value;
	}

	/**
	 * Return the literal of a time as the standard has it.
	 * @param stored a value as {@link #standardValue(Object)} returns it
	 * @return the literal, or {@code null} if it is no time
	 */
	protected static @Nullable String timeLiteral(Object stored) {
		if (stored instanceof OffsetDateTime time) {
			return "TIMESTAMP WITH TIME ZONE '" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time) + "'";
		}
		if (stored instanceof LocalDateTime time) {
			return "TIMESTAMP '" + DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time) + "'";
		}
		if (stored instanceof LocalDate date) {
			return "DATE '" + date + "'";
		}
		if (stored instanceof LocalTime time) {
			return "TIME '" + DateTimeFormatter.ISO_LOCAL_TIME.format(time) + "'";
		}
		return null;
	}

	@Override
	public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
		statement.setObject(index, value);
	}

	@Override
	public @Nullable Instant readInstant(ResultSet row, String column) throws SQLException {
		Timestamp timestamp = row.getTimestamp(column);
		return (timestamp != null) ? timestamp.toInstant() : null;
	}

}
