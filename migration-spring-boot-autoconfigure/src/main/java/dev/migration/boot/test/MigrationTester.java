package dev.migration.boot.test;

import java.util.List;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migration.ExecutedStep;
import dev.migration.InvalidTargetException;
import dev.migration.Migrator;
import dev.migration.Migrators;
import dev.migration.RevisionHeader;
import dev.migration.RevisionPlace;
import dev.migration.RevisionStatus;
import dev.migration.SchemaDifference;
import dev.migration.SchemaSnapshot;
import dev.migration.TargetSchemaSource;
import dev.migration.boot.autoconfigure.RevisionDataSources;
import dev.migration.schema.Schema;

/**
 * Takes the database of a {@link MigrationTest} to where a test wants it. A test method
 * gets one as a parameter, on an empty database, which is empty again after the test.
 * Revisions are named as on the command line: by their id, a unique prefix of it,
 * {@code head}, {@code base}, {@code -1} and so on.
 * <p>
 * Whatever runs revisions throws what {@link Migrator} throws.
 */
public final class MigrationTester {

	private final ApplicationContext application;

	private final Migrator migrator;

	private final String database;

	private final SchemaSnapshot found;

	private MigrationTester(ApplicationContext application, Migrator migrator, String database) {
		this.application = application;
		this.migrator = migrator;
		this.database = database;
		this.found = migrator.snapshots().take();
	}

	/**
	 * Make a tester, if the database is empty.
	 * @param application the application
	 * @param database the name of the database, or nothing for the primary one
	 * @return the tester
	 * @throws DatabaseNotEmptyException if it is not
	 */
	static MigrationTester onEmptyDatabase(ApplicationContext application, String database) {
		Migrators migrators = application.getBean(Migrators.class);
		Migrator migrator = database.isEmpty() ? migrators.primary() : migrators.get(database);
		MigrationTester tester = new MigrationTester(application, migrator,
				database.isEmpty() ? migrators.names().get(0) : database);
		tester.requireEmpty();
		return tester;
	}

	/**
	 * Several developers may share a server, each with a schema of their own. So what is
	 * in other schemas than the default one of the connection is left alone.
	 */
	private void requireEmpty() {
		SchemaSnapshot own = this.found.without(this.found.occupiedSchemas());
		SchemaSnapshot nothing = new SchemaSnapshot(
				new Schema(List.of(), List.of(), List.of(), List.of(), own.schema().schemas()), List.of());
		List<SchemaDifference> objects = this.migrator.snapshots().compare(nothing, own);
		if (!objects.isEmpty()) {
			throw new DatabaseNotEmptyException(describe(), objects);
		}
		List<ExecutedStep> steps = this.migrator.executedSteps();
		if (!steps.isEmpty() || !this.migrator.current().isEmpty()) {
			throw new DatabaseNotEmptyException(describe(), steps.size());
		}
	}

	private String describe() {
		return this.migrator.status().database();
	}

	/**
	 * Return a client of the database, on the {@code DataSource} that the revisions run
	 * on. Each statement is committed by itself.
	 * @return the client
	 */
	public JdbcClient jdbc() {
		return JdbcClient.create(this.application.getBean(RevisionDataSources.class).of(this.database));
	}

	/**
	 * Return the migrator of the database.
	 * @return the migrator
	 */
	public Migrator migrator() {
		return this.migrator;
	}

	/**
	 * Take the database to where it is just before a revision: what it comes after and
	 * depends on is there, and it is the next to be applied. What is missing is applied;
	 * the revision itself, and what stands on it, is taken back. Rows stay.
	 * @param revision the revision
	 */
	public void before(String revision) {
		RevisionPlace place = one(revision);
		if (isApplied(place.id())) {
			this.migrator.downgrade(below(place.revision()));
			return;
		}
		place.revision().revises().forEach(this.migrator::upgrade);
		place.dependsOn().forEach(this.migrator::upgrade);
	}

	private RevisionPlace one(String revision) {
		List<RevisionPlace> places = this.migrator.directory().show(revision);
		if (places.size() != 1) {
			throw new InvalidTargetException(InvalidTargetException.Reason.MULTIPLE_HEADS,
					"'" + revision + "' names " + places.size() + " revisions, where a test is for one",
					"Name the revision by its id.");
		}
		return places.get(0);
	}

	private boolean isApplied(String id) {
		return this.migrator.status()
			.revisions()
			.stream()
			.anyMatch((status) -> status.revision().id().equals(id) && status.state() == RevisionStatus.State.APPLIED);
	}

	/**
	 * Return the target of a downgrade that takes back a revision with what stands on it,
	 * and of other branches nothing. Of several parents it is the newest, as one may be
	 * below another.
	 */
	String below(RevisionHeader revision) {
		String parent = this.migrator.directory()
			.history()
			.stream()
			.map(RevisionPlace::id)
			.filter(revision.revises()::contains)
			.findFirst()
			.orElse("base");
		return revision.id() + "@" + parent;
	}

	/**
	 * Apply what lies between the database and a target.
	 * @param target the target, such as {@code 3f2a} or {@code head}
	 */
	public void upgrade(String target) {
		this.migrator.upgrade(target);
	}

	/**
	 * Take back what lies above a target.
	 * @param target the target, such as {@code -1} or {@code base}
	 */
	public void downgrade(String target) {
		this.migrator.downgrade(target);
	}

	SchemaSnapshot snapshot() {
		return this.migrator.snapshots().take().without(this.found.occupiedSchemas());
	}

	boolean hasModel() {
		return this.application.getBeanNamesForType(TargetSchemaSource.class, true, false).length > 0;
	}

	/**
	 * Empty the database again.
	 */
	void clear() {
		this.migrator.snapshots().dropAllSince(this.found);
	}

}
