package dev.migration.boot.autoconfigure;

import java.nio.file.Path;
import javax.sql.DataSource;

import dev.migration.Migration;
import dev.migration.MigrationHook;
import dev.migration.MigrationRun;
import dev.migration.MigrationStep;
import dev.migration.Migrator;
import dev.migration.Operations;
import dev.migration.Revision;
import dev.migration.boot.autoconfigure.FailingStart.Report;
import dev.migration.boot.event.MigrationEventPublisher;
import dev.migration.boot.event.MigrationStepCompletedEvent;
import dev.migration.runtime.MigratorBuilder;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the console shows when a bean of the application that takes part in the migration
 * keeps it from starting.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartupParticipantFailureTests {

	private static final String AS_BEFORE = " The database is as it was before this revision.";

	private static final String MEND_BEAN = "Mend what makes it, or define the bean that it asks for. Start with '--debug' "
			+ "to see where it comes from.";

	private static final String WITHOUT_DATABASE = "Let it work through what it is given, on the connection of the run: "
			+ "'op.jdbc()' or 'op.execute(…)' in a revision, the connection of the run in a hook. A listener takes an "
			+ "ObjectProvider, and asks it after the start. JPA cannot be part of a run: the entities are those of today, and the tables are those of the revision.";

	private static final String REVISION = "The upgrade of revision m1 [" + Plain.class.getName()
			+ "] failed at its beginning: The revision " + Plain.class.getName();

	private final TestDatabase database = TestDatabase.create(Kind.SQLITE);

	@TempDir
	Path folder;

	@Test
	void aRevisionThatAsksForABeanThatIsNotThere(CapturedOutput output) {
		Report report = start(output).with(AsksForMissingBean.class).fails();
		assertThat(report.description()).isEqualTo(REVISION + " cannot be made: the bean 'revision' fails with: No "
				+ "qualifying bean of type 'java.lang.Number' available: expected at least 1 bean which qualifies as "
				+ "autowire candidate.");
		assertThat(report.action()).isEqualTo(MEND_BEAN + AS_BEFORE);
	}

	@Test
	void aRevisionThatCannotBeConstructed(CapturedOutput output) {
		Report report = start(output).with(Unmade.class).fails();
		assertThat(report.description())
			.isEqualTo(REVISION + " cannot be made: the bean 'revision' fails with: no licence");
		assertThat(report.action()).isEqualTo(MEND_BEAN + AS_BEFORE);
		Report scanned = start(output).with("migration.locations=classpath:db/unmade").fails();
		assertThat(scanned.description()).isEqualTo("The upgrade of revision f1 (cannot be made) "
				+ "[db.unmade.Rf1_CannotBeMade] failed at its beginning: The revision db.unmade.Rf1_CannotBeMade cannot be "
				+ "made: the bean 'db.unmade.Rf1_CannotBeMade' fails with: No qualifying bean of type 'java.lang.Number' "
				+ "available: expected at least 1 bean which qualifies as autowire candidate.");
	}

	@Test
	void aRevisionThatNeedsWhatWaitsForIt(CapturedOutput output) {
		Report report = start(output).with(LazyRevisionNeedsDatabase.class).fails();
		assertThat(report.description()).isEqualTo(REVISION
				+ " needs the bean 'jdbcTemplate', which waits until the revisions have run, as it uses the database");
		assertThat(report.action()).isEqualTo(WITHOUT_DATABASE + AS_BEFORE);
		Report eager = start(output).with(RevisionNeedsDatabase.class).fails();
		assertThat(eager.description()).isEqualTo(
				REVISION + " needs something that waits until the revisions have run, as it uses the database: they "
						+ "had to run while the bean 'revision' was made");
		assertThat(eager.action()).isEqualTo(WITHOUT_DATABASE + AS_BEFORE);
	}

	@Test
	void aHookThatCannotBeMade(CapturedOutput output) {
		Report report = pending(output).with(HookAsksForMissingBean.class).fails();
		assertThat(report.description())
			.isEqualTo("The MigrationHook 'hook' cannot be made: the bean 'hook' fails with: No "
					+ "qualifying bean of type 'java.lang.Number' available: expected at least 1 bean which qualifies as "
					+ "autowire candidate.");
		assertThat(report.action()).isEqualTo(MEND_BEAN);
		Report waiting = pending(output).with(HookNeedsDatabase.class).fails();
		assertThat(waiting.description())
			.isEqualTo("The MigrationHook 'hook' needs something that waits until the revisions "
					+ "have run, as it uses the database: they had to run while the bean 'hook' was made");
		assertThat(waiting.action()).isEqualTo(WITHOUT_DATABASE);
	}

	@Test
	void aListenerOfTheRunThatNeedsTheDatabase(CapturedOutput output) {
		Report report = pending(output).with(ListenerNeedsDatabase.class).fails();
		assertThat(report.description()).isEqualTo("The hook " + MigrationEventPublisher.class.getName()
				+ " failed before the run: The listener 'listener' needs something that waits until the revisions have run, as "
				+ "it uses the database: they had to run while the bean 'listener' was made");
		assertThat(report.action()).isEqualTo(WITHOUT_DATABASE + " Nothing was run.");
	}

	@Test
	void aHookThatRefusesTheRun(CapturedOutput output) {
		Report report = pending(output).with(NoBackup.class).fails();
		assertThat(report.description())
			.isEqualTo("The hook " + NoBackup.class.getName() + " failed before the run: there is no backup");
		assertThat(report.action())
			.isEqualTo("Do what the hook asks for, or mend the hook, and run it again. Nothing was run.");
		assertThat(this.database.tables()).isEmpty();
	}

	@Test
	void aHookThatFailsAStep(CapturedOutput output) {
		Report report = pending(output).with(StepRefused.class).fails();
		assertThat(report.description())
			.isEqualTo("The upgrade of revision a1 (make a1) [<folder>/a1.sql] failed at the " + "hook "
					+ StepRefused.class.getName() + " before the step: not in office hours");
		assertThat(report.action())
			.isEqualTo("Do what the hook asks for, or mend the hook, and run it again." + AS_BEFORE);
	}

	@Test
	void aStrategyThatThrows(CapturedOutput output) {
		Report report = pending(output).with(StrategyGivesUp.class).fails();
		assertThat(report.description())
			.isEqualTo("The MigrationStrategy of " + StrategyGivesUp.class.getName() + " failed: not today");
		assertThat(report.action())
			.isEqualTo("Do what it asks for, or mend it. Start with '--debug' to see where it comes from.");
		Report target = pending(output).with(StrategyWithBadTarget.class).fails();
		assertThat(target.description()).isEqualTo("There is no branch 'canary'");
		Report named = pending(output).with(StrategyGivesUp.class)
			.with("migration.databases.audit.url=sqlite://", "migration.databases.audit.locations=classpath:db/audit")
			.fails();
		assertThat(named.description()).startsWith("Database 'audit': The MigrationStrategy of ");
	}

	@Test
	void aCustomizerThatThrows(CapturedOutput output) {
		Report report = pending(output).with(CustomizerGivesUp.class).fails();
		assertThat(report.description()).isEqualTo(
				"The MigratorBuilderCustomizer of " + CustomizerGivesUp.class.getName() + " failed: no such region");
		Report setting = pending(output).with(CustomizerWithoutTable.class).fails();
		assertThat(setting.description()).isEqualTo("The version table has no name");
	}

	@Test
	void aMigratorOfTheApplicationWithoutRevisions(CapturedOutput output) {
		Report report = start(output).with(MigratorWithoutRevisions.class).fails();
		assertThat(report.description()).isEqualTo("Nothing says where the revisions of the migrator are");
		assertThat(report.action())
			.isEqualTo("Say it with MigratorBuilder.revisions(…), for example with a LocationRevisionSource.");
	}

	@Test
	void aBeanThatRunsTheRevisionsItself(CapturedOutput output) {
		Report report = start(output).revision("a1", "", "INSERT INTO nowhere VALUES (1);")
			.with("migration.on-startup=none")
			.with(UpgradesItself.class)
			.fails();
		assertThat(report.description()).startsWith("The upgrade of revision a1 (make a1) [<folder>/a1.sql] failed at "
				+ "statement 1 (<folder>/a1.sql, line 6): [SQLITE_ERROR]");
		assertThat(report.action()).isEqualTo("Mend the revision and run it again." + AS_BEFORE);
	}

	private FailingStart pending(CapturedOutput output) {
		return start(output).revision("a1", "", "SELECT 1;");
	}

	private FailingStart start(CapturedOutput output) {
		return new FailingStart(this.folder, output).on(this.database);
	}

	@Revision(id = "m1")
	static class Plain implements Migration {

		@Override
		public void upgrade(Operations op) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AsksForMissingBean {

		@Bean
		@Lazy
		Plain revision(Number missing) {
			return new Plain();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Unmade {

		@Bean
		@Lazy
		Plain revision() {
			throw new IllegalStateException("no licence");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RevisionNeedsDatabase {

		@Bean
		Plain revision(JdbcTemplate jdbc) {
			return new Plain();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyRevisionNeedsDatabase {

		@Bean
		@Lazy
		Plain revision(JdbcTemplate jdbc) {
			return new Plain();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HookAsksForMissingBean {

		@Bean
		@Lazy
		MigrationHook hook(Number missing) {
			return new NoBackup();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HookNeedsDatabase {

		@Bean
		MigrationHook hook(JdbcTemplate jdbc) {
			return new NoBackup();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ListenerNeedsDatabase {

		@Bean
		ApplicationListener<MigrationStepCompletedEvent> listener(JdbcTemplate jdbc) {
			return (event) -> {
			};
		}

	}

	static class NoBackup implements MigrationHook {

		@Override
		public void beforeRun(MigrationRun run) {
			throw new IllegalStateException("there is no backup");
		}

	}

	static class StepRefused implements MigrationHook {

		@Override
		public void beforeStep(MigrationRun run, MigrationStep step) {
			throw new IllegalStateException("not in office hours");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class StrategyGivesUp {

		@Bean
		MigrationStrategy strategy() {
			return (migrator) -> {
				throw new IllegalStateException("not today");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class StrategyWithBadTarget {

		@Bean
		MigrationStrategy strategy() {
			return (migrator) -> migrator.upgrade("canary@head");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CustomizerGivesUp {

		@Bean
		MigratorBuilderCustomizer customizer() {
			return (builder) -> {
				throw new IllegalArgumentException("no such region");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CustomizerWithoutTable {

		@Bean
		MigratorBuilderCustomizer customizer() {
			return (builder) -> builder.versionTable(" ");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MigratorWithoutRevisions {

		@Bean
		Migrator migrator(DataSource dataSource) {
			return MigratorBuilder.forDataSource(dataSource).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class UpgradesItself {

		@Bean
		String upgraded(Migrator migrator) {
			return migrator.upgrade("head").database();
		}

	}

}
