package dev.migration.boot.aot;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.migration.boot.actuate.MigrationsDescriptors;
import dev.migration.boot.actuate.MigrationsEndpointAutoConfiguration;
import dev.migration.boot.autoconfigure.DatabaseProperties;
import dev.migration.boot.autoconfigure.EndpointProperties;
import dev.migration.boot.autoconfigure.MigrationAutoConfiguration;
import dev.migration.boot.autoconfigure.MigratorsAutoConfiguration;
import dev.migration.boot.jpa.MigrationHibernateAutoConfiguration;
import dev.migration.boot.jpa.SqliteDialectContributor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a native image of an application keeps, when the application is processed ahead of
 * time.
 */
class NativeImageHintsTests {

	private static final TestGenerationContext generation = new TestGenerationContext();

	private final RuntimeHints hints = generation.getRuntimeHints();

	@BeforeAll
	static void process() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.register(Application.class);
			TestPropertyValues
				.of("spring.datasource.url=jdbc:sqlite::memory:",
						"management.endpoints.web.exposure.include=migrations")
				.applyTo(context);
			new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		}
	}

	@ParameterizedTest
	@MethodSource
	void everyDescriptorThatTheEndpointCanAnswerWith(Class<?> descriptor) {
		assertThat(components(descriptor))
			.allSatisfy((accessor) -> assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(accessor))
				.accepts(this.hints));
	}

	static List<Class<?>> everyDescriptorThatTheEndpointCanAnswerWith() {
		List<Class<?>> descriptors = Arrays.stream(MigrationsDescriptors.class.getDeclaredClasses())
			.<Class<?>>map((type) -> type)
			.filter(Class::isRecord)
			.toList();
		assertThat(descriptors).hasSizeGreaterThan(10);
		return descriptors;
	}

	@ParameterizedTest
	@ValueSource(strings = { "MigrationsPage$ContextView", "MigrationsPage$DatabaseView", "MigrationsPage$RevisionView",
			"MigrationsPage$StepView", "LaneDrawing", "LaneDrawing$LaneLine", "LaneDrawing$LaneNode" })
	void whatTheTemplateOfThePageShows(String view) {
		Class<?> type = ClassUtils.resolveClassName("dev.migration.boot.actuate." + view, null);
		Stream<Method> methods = Arrays.stream(ReflectionUtils.getDeclaredMethods(type))
			.filter((method) -> method.getParameterCount() == 0 && !method.isSynthetic());
		assertThat(methods).isNotEmpty()
			.allSatisfy((method) -> assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method))
				.accepts(this.hints));
	}

	@Test
	void theTemplateOfThePage() {
		assertThat(RuntimeHintsPredicates.resource().forResource("dev/migration/boot/actuate/migrations.html"))
			.accepts(this.hints);
	}

	@ParameterizedTest
	@ValueSource(classes = { DatabaseProperties.class, EndpointProperties.class })
	void propertiesThatAreBoundForEachDatabase(Class<?> type) {
		assertThat(ReflectionUtils.getDeclaredMethods(type)).filteredOn((method) -> method.getName().startsWith("set"))
			.isNotEmpty()
			.allSatisfy((setter) -> assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(setter))
				.accepts(this.hints));
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.sqlite.JDBC", "org.postgresql.Driver", "org.mariadb.jdbc.Driver", "org.h2.Driver" })
	void theDriversThatADatabaseUrlCanMean(String driver) {
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(TypeReference.of(driver))
			.withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)).accepts(this.hints);
	}

	@Test
	void whatHibernateFindsAsAService() {
		assertThat(RuntimeHintsPredicates.resource()
			.forResource("META-INF/services/org.hibernate.service.spi.ServiceContributor")).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(SqliteDialectContributor.class)
			.withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)).accepts(this.hints);
	}

	@Test
	void whatIsOnlyLookedFor() {
		assertThat(RuntimeHintsPredicates.reflection().onType(TypeReference.of("org.flywaydb.core.Flyway")))
			.accepts(this.hints);
	}

	private static List<Method> components(Class<?> type) {
		return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor).toList();
	}

	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class,
			MigratorsAutoConfiguration.class, EndpointAutoConfiguration.class, WebEndpointAutoConfiguration.class,
			MigrationsEndpointAutoConfiguration.class, MigrationHibernateAutoConfiguration.class })
	static class Application {

	}

}
