package dev.migration.dialect.sqlite.rebuild;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.DatabaseAccessException;
import dev.migration.dialect.sqlite.ddl.TableDefinition;

/**
 * A copy of the schema in memory, without rows, where changes are tried. What SQLite
 * makes of a change there, down to the last trigger, is what the real database must get;
 * what it refuses there is refused before the real database is touched.
 */
final class Rehearsal implements AutoCloseable {

	private final Connection connection;

	private final Database database;

	private final Map<SchemaObject, String> missing = new HashMap<>();

	private final Map<SchemaObject, String> broken;

	private Rehearsal(List<SchemaObject> objects) throws SQLException {
		this.connection = DriverManager.getConnection("jdbc:sqlite::memory:");
		this.database = new Database(this.connection, "main");
		for (SchemaObject object : inOrder(objects)) {
			String error = attempt(object.sql());
			if (error != null) {
				this.missing.put(object, error);
			}
		}
		this.broken = new BrokenObjects(this.database).find();
		for (SchemaObject object : this.broken.keySet()) {
			attempt("DROP " + object.type() + " IF EXISTS " + Database.quote(object.name()));
		}
	}

	static Rehearsal of(List<SchemaObject> objects) {
		try {
			return new Rehearsal(objects);
		}
		catch (SQLException ex) {
			throw new DatabaseAccessException("SQLite cannot open a database in memory", ex);
		}
	}

	/**
	 * A trigger may be older than the view that its body uses, but not than the one that
	 * it is on.
	 */
	static List<SchemaObject> inOrder(List<SchemaObject> objects) {
		List<SchemaObject> ordered = new ArrayList<>();
		for (String type : List.of("table", "index", "view", "trigger")) {
			objects.stream().filter((object) -> object.type().equals(type)).forEach(ordered::add);
		}
		return ordered;
	}

	Database database() {
		return this.database;
	}

	/**
	 * Return why an object is not here, such as a function that only the connections of
	 * the application have.
	 */
	@Nullable String whyMissing(SchemaObject object) {
		return this.missing.get(object);
	}

	/**
	 * Return whether an object could not take part: it could not be made, or is broken.
	 */
	boolean isLeftOut(SchemaObject object) {
		return this.missing.containsKey(object) || this.broken.containsKey(object);
	}

	/**
	 * Run a statement.
	 * @param sql the statement
	 * @return the error, or {@code null} if there is none
	 */
	@Nullable String attempt(String sql) {
		try {
			Database.execute(this.connection, sql);
			return null;
		}
		catch (SQLException ex) {
			return Database.message(ex);
		}
	}

	TableDefinition table(String name) {
		return this.database.objects()
			.stream()
			.filter((object) -> object.is("table", name))
			.map((object) -> TableDefinition.parse(object.sql()))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No table " + name));
	}

	List<SchemaObject> objects(String type, String table) {
		return this.database.objects()
			.stream()
			.filter((object) -> object.type().equals(type) && object.isOn(table))
			.toList();
	}

	/**
	 * Put a definition in the place of another one, with its indexes and triggers.
	 * @param table the table
	 * @param definition its new definition
	 * @return the error, or {@code null} if there is none
	 */
	@Nullable String replace(String table, TableDefinition definition) {
		List<String> statements = new ArrayList<>(List.of("SAVEPOINT replacement",
				"DROP TABLE " + Database.quote(table), definition.withName(Database.quote(table)).sql()));
		objects("index", table).forEach((index) -> statements.add(index.sql()));
		objects("trigger", table).forEach((trigger) -> statements.add(trigger.sql()));
		statements.add("RELEASE replacement");
		for (String statement : statements) {
			String error = attempt(statement);
			if (error != null) {
				attempt("ROLLBACK TO replacement");
				attempt("RELEASE replacement");
				return error;
			}
		}
		return null;
	}

	/**
	 * Return the views and triggers that the changes broke.
	 * @return the errors, for people
	 */
	List<String> newlyBroken() {
		return new BrokenObjects(this.database).findNew(Map.of());
	}

	@Override
	public void close() {
		try {
			this.connection.close();
		}
		catch (SQLException ex) {
			throw new DatabaseAccessException("SQLite cannot close a database in memory", ex);
		}
	}

}
