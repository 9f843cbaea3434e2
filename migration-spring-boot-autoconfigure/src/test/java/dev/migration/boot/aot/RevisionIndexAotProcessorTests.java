package dev.migration.boot.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import db.beans.SeedRevisionConfiguration;
import dev.migration.InvalidGraphException;
import dev.migration.Migration;
import dev.migration.Migrator;
import dev.migration.Migrators;
import dev.migration.boot.autoconfigure.MigrationAutoConfiguration;
import dev.migration.boot.autoconfigure.MigratorsAutoConfiguration;
import dev.migration.script.RevisionIndex;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.aot.AotProcessingException;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Applications that are processed ahead of time. Where they run, the jar of their
 * revisions cannot be searched.
 */
@ExtendWith(OutputCaptureExtension.class)
class RevisionIndexAotProcessorTests {

	static {
		// Who is first makes the drivers known to his class loader alone: that must not
		// be
		// the one that compiles.
		DriverManager.drivers().forEach((driver) -> {
		});
		for (String driver : List.of("org.sqlite.JDBC", "org.h2.Driver")) {
			BeanUtils.instantiateClass(
					ClassUtils.resolveClassName(driver, RevisionIndexAotProcessorTests.class.getClassLoader()));
		}
	}

	@TempDir
	private Path folder;

	@Test
	@CompileWithForkedClassLoader
	void revisionsAreAppliedFromTheIndex() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		RevisionJar jar = RevisionJar.of("db/sealed/inside/a1.sql", "alpha");
		run(jar, jar, (context) -> {
			assertThat(database.tables()).contains("alpha");
			assertThat(context.getBean(Migrators.class).primary().status().upToDate()).isTrue();
		}, "spring.datasource.url=" + database.jdbcUrl(), "migration.locations=classpath:db/sealed");
	}

	@Test
	@CompileWithForkedClassLoader
	void theIndexHoldsTheRevisionsOfEveryDatabaseThereCouldBe() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.H2);
		RevisionJar jar = RevisionJar.of("db/sealed/h2/a1.sql", "on_h2")
			.and(RevisionJar.of("db/sealed/postgresql/a1.sql", "on_postgresql"));
		run(jar, jar, (context) -> assertThat(database.tables()).contains("on_h2").doesNotContain("on_postgresql"),
				"spring.datasource.url=" + database.jdbcUrl(), "spring.datasource.username=" + database.user(),
				"spring.datasource.password=" + database.password(),
				"migration.locations=classpath:db/sealed/{vendor}");
	}

	@Test
	@CompileWithForkedClassLoader
	void eachOfSeveralDatabasesGetsItsRevisionsFromTheIndex() {
		TestDatabase orders = TestDatabase.create(TestDatabase.Kind.SQLITE);
		TestDatabase audit = TestDatabase.create(TestDatabase.Kind.SQLITE);
		RevisionJar jar = RevisionJar.of("db/sealed/o1.sql", "purchase")
			.and(RevisionJar.of("db/revisions/audit/e1.sql", "event"));
		run(jar, jar, (context) -> {
			assertThat(orders.tables()).contains("purchase").doesNotContain("event");
			assertThat(audit.tables()).contains("event").doesNotContain("purchase");
			assertThat(context.getBean(Migrators.class).primary().status().database())
				.isEqualTo(context.getBean("ordersMigrator", Migrator.class).status().database());
		}, "spring.datasource.url=" + orders.jdbcUrl(), "migration.databases.orders.data-source=dataSource",
				"migration.databases.orders.locations=classpath:db/sealed",
				"migration.databases.audit.url=" + audit.databaseUrl());
	}

	@Test
	@CompileWithForkedClassLoader
	void aLocationThatIsOnlyConfiguredWhenItRunsIsSearched(CapturedOutput output) {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		String url = "spring.datasource.url=" + database.jdbcUrl();
		RevisionJar jar = RevisionJar.of("db/sealed/a1.sql", "alpha").and(RevisionJar.of("db/other/b1.sql", "beta"));
		Processed processed = process(jar, url, "migration.locations=classpath:db/sealed");
		compile(processed, (initializer, compiled) -> {
			try (URLClassLoader classes = jar.searchable(this.folder.resolve("run.jar"), compiled);
					GenericApplicationContext context = context(classes, url,
							"migration.locations=classpath:db/sealed,classpath:db/other", "migration.target=heads")) {
				initializer.initialize(context);
				context.refresh();
				assertThat(database.tables()).contains("alpha", "beta");
				assertThat(output)
					.contains("The location classpath:db/other was not known when the application was processed");
			}
		});
	}

	@Test
	void whatAnImageNeedsOfTheRevisionsIsKept() {
		RevisionJar jar = RevisionJar.of("db/sealed/a1.sql", "alpha");
		Processed processed = process(jar, "spring.datasource.url=jdbc:sqlite::memory:",
				"migration.locations=classpath:db/sealed,classpath:db/revisions");
		RuntimeHints hints = processed.generation().getRuntimeHints();
		assertThat(RuntimeHintsPredicates.resource().forResource("db/sealed/a1.sql")).accepts(hints);
		assertThat(RuntimeHintsPredicates.resource().forResource("db/revisions/2b3c4d5e6f70_add_team_motto.sql"))
			.accepts(hints);
		assertThat(RuntimeHintsPredicates.resource().forResource("db/orders/o1_create_purchase.sql")).rejects(hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(TypeReference.of("db.revisions.R1a2b3c4d5e6f_CreateTeam"))
			.withMemberCategories(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS, MemberCategory.INVOKE_DECLARED_METHODS))
			.accepts(hints);
		Set<String> resources = processed.generation().getGeneratedFiles().getGeneratedFiles(Kind.RESOURCE).keySet();
		assertThat(resources).filteredOn((name) -> name.endsWith(".revisions"))
			.singleElement()
			.satisfies((index) -> assertThat(RuntimeHintsPredicates.resource().forResource(index)).accepts(hints));
	}

	@Test
	void aRevisionThatIsABeanIsKeptToo() {
		Processed processed = process(RevisionJar.of("db/sealed/a1.sql", "alpha"),
				(context) -> context.register(SeedRevisionConfiguration.class),
				"spring.datasource.url=jdbc:sqlite::memory:", "migration.locations=classpath:db/revisions");
		assertThat(SeedRevisionConfiguration.class.getDeclaredClasses()).filteredOn(Migration.class::isAssignableFrom)
			.singleElement()
			.satisfies((type) -> assertThat(RuntimeHintsPredicates.reflection()
				.onType(type)
				.withMemberCategory(MemberCategory.INVOKE_DECLARED_METHODS))
				.accepts(processed.generation().getRuntimeHints()));
	}

	@Test
	void aRevisionThatCannotBeUsedFailsTheBuild() {
		RevisionJar jar = new RevisionJar(Map.of("db/sealed/broken.sql", "CREATE TABLE t (id integer);\n"));
		assertThatExceptionOfType(AotProcessingException.class)
			.isThrownBy(() -> process(jar, "spring.datasource.url=jdbc:sqlite::memory:",
					"migration.locations=classpath:db/sealed"))
			.withCauseInstanceOf(InvalidGraphException.class)
			.withMessageContaining("db/sealed/broken.sql");
	}

	@Test
	void whoHasNoRevisionsHasNoIndex() {
		Processed processed = process(RevisionJar.of("db/sealed/a1.sql", "alpha"), "migration.enabled=false",
				"spring.datasource.url=jdbc:sqlite::memory:", "migration.locations=classpath:db/sealed");
		assertThat(processed.generation().getGeneratedFiles().getGeneratedFiles(Kind.RESOURCE).keySet())
			.noneMatch((name) -> name.endsWith(".revisions"));
	}

	private void run(RevisionJar built, RevisionJar deployed, Consumer<GenericApplicationContext> test,
			String... properties) {
		compile(process(built, properties), (initializer, compiled) -> {
			try (URLClassLoader classes = deployed.notSearchable(this.folder.resolve("run.jar"), compiled);
					GenericApplicationContext context = context(classes, properties)) {
				initializer.initialize(context);
				context.refresh();
				assertThat(context.getBeansOfType(RevisionIndex.class)).hasSize(1);
				test.accept(context);
			}
		});
	}

	private Processed process(RevisionJar jar, String... properties) {
		return process(jar, (context) -> {
		}, properties);
	}

	private Processed process(RevisionJar jar, Consumer<AnnotationConfigApplicationContext> customizer,
			String... properties) {
		TestGenerationContext generation = new TestGenerationContext();
		try (URLClassLoader classes = jar.searchable(this.folder.resolve("build.jar"), getClass().getClassLoader());
				AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.setClassLoader(classes);
			context.register(Application.class);
			customizer.accept(context);
			TestPropertyValues.of(properties).applyTo(context);
			ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
			generation.writeGeneratedContent();
			return new Processed(initializer, generation);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@SuppressWarnings("unchecked")
	private static void compile(Processed processed, Run run) {
		TestCompiler.forSystem().with(processed.generation()).compile((compiled) -> {
			try {
				run.with(compiled.getInstance(ApplicationContextInitializer.class, processed.initializer().toString()),
						compiled.getClassLoader());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	private static GenericApplicationContext context(ClassLoader classLoader, String... properties) {
		GenericApplicationContext context = new GenericApplicationContext();
		context.setClassLoader(classLoader);
		TestPropertyValues.of(properties).applyTo(context);
		return context;
	}

	private record Processed(ClassName initializer, TestGenerationContext generation) {
	}

	private interface Run {

		void with(ApplicationContextInitializer<GenericApplicationContext> initializer, ClassLoader compiled)
				throws IOException;

	}

	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class,
			MigratorsAutoConfiguration.class })
	static class Application {

	}

}
