package dev.migration.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of the revisions of an application, on the database that it is configured with:
 * <pre class="code">
 * &#064;MigrationTest
 * class RevisionsTests implements MigrationContract {
 *
 * 	&#064;Test
 * 	void everyTeamGetsASlug(MigrationTester tester) {
 * 		tester.before("3f2a");
 * 		tester.jdbc().sql("INSERT INTO team (id, name) VALUES (1, 'Graph Walkers')").update();
 * 		tester.upgrade("3f2a");
 * 		assertThat(tester.jdbc().sql("SELECT slug FROM team").query(String.class).single()).isEqualTo("team-1");
 * 	}
 *
 * }
 * </pre> The interface brings the {@linkplain MigrationContract standard tests}; a test
 * method takes a {@link MigrationTester}.
 * <p>
 * Only what revisions need is started: the {@code DataSource}, never replaced by an
 * embedded one, the migrator, JDBC, and the entities where there is JPA. Nothing runs at
 * start-up. Of the components of the application those are found that take part in
 * revisions; what else a revision asks for is brought in with
 * {@link org.springframework.context.annotation.Import @Import}.
 * <p>
 * Each test begins on an empty database and leaves it empty. A database with tables in it
 * is refused, and untouched.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(MigrationTestContextBootstrapper.class)
@ExtendWith({ SpringExtension.class, MigrationTestExtension.class })
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(MigrationTypeExcludeFilter.class)
@AutoConfigureMigration
@ImportAutoConfiguration
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock("dev.migration.boot.test.MigrationTest")
public @interface MigrationTest {

	/**
	 * The name of the database whose revisions are tested, where there are several.
	 * @return the name; the only or the primary database by default
	 */
	String database() default "";

	/**
	 * Properties to set before the context starts.
	 * @return the properties, as {@code key=value}
	 */
	String[] properties() default {};

	/**
	 * Whether the components that take part in revisions are found.
	 * @return whether they are
	 */
	boolean useDefaultFilters() default true;

	/**
	 * Filters for further components of the application.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Filters for components that are left out.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * Auto-configurations that are left out.
	 * @return the classes
	 */
	@AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
	Class<?>[] excludeAutoConfiguration() default {};

}
