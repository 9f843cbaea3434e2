package dev.migration;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a native image keeps, as the registrars in {@code aot.factories} say it.
 */
class NativeImageHintsTests {

	private final RuntimeHints hints = hints();

	private static RuntimeHints hints() {
		RuntimeHints hints = new RuntimeHints();
		ClassLoader classLoader = NativeImageHintsTests.class.getClassLoader();
		SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories", classLoader)
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter((registrar) -> registrar.getClass().getName().startsWith("dev.migration."))
			.forEach((registrar) -> registrar.registerHints(hints, classLoader));
		return hints;
	}

	@ParameterizedTest
	@MethodSource
	void everythingThatPicocliFindsByItsAnnotation(Member member) {
		if (member instanceof Field field) {
			assertThat(RuntimeHintsPredicates.reflection().onFieldAccess(field)).accepts(this.hints);
		}
		else {
			assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation((Method) member)).accepts(this.hints);
		}
	}

	static List<Member> everythingThatPicocliFindsByItsAnnotation() {
		List<Member> members = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("dev.migration.cli")
			.stream()
			.map(JavaClass::reflect)
			.flatMap((type) -> Stream.<Member>concat(Arrays.stream(type.getDeclaredFields()),
					Arrays.stream(type.getDeclaredMethods())))
			.filter(NativeImageHintsTests::isForPicocli)
			.toList();
		assertThat(members).hasSizeGreaterThan(40);
		return members;
	}

	private static boolean isForPicocli(Member member) {
		return Arrays.stream(((AnnotatedElement) member).getAnnotations())
			.anyMatch((annotation) -> annotation.annotationType().getName().startsWith("picocli."));
	}

	@Test
	void whatPicocliMakesByItsConstructor() {
		for (String type : List.of("MigrateCli$Version", "HistoryFormat$Converter")) {
			assertThat(RuntimeHintsPredicates.reflection()
				.onType(TypeReference.of("dev.migration.cli." + type))
				.withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)).as(type).accepts(this.hints);
		}
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(TypeReference.of("picocli.CommandLine$AutoHelpMixin"))
			.withMemberCategory(MemberCategory.ACCESS_DECLARED_FIELDS)).accepts(this.hints);
	}

	@Test
	void whatPicocliConvertsAPathWith() throws NoSuchMethodException {
		assertThat(RuntimeHintsPredicates.reflection().onType(Path.class)).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onMethodInvocation(Paths.class.getMethod("get", String.class, String[].class))).accepts(this.hints);
	}

	/**
	 * The others are not finished, or describe something else than an operation.
	 */
	@Test
	void everyRecordThatAnOperationIsMadeOf() {
		List<String> forgotten = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("dev.migration.operation", "dev.migration.schema")
			.stream()
			.map(JavaClass::reflect)
			.filter(Class::isRecord)
			.filter((type) -> !Arrays.stream(type.getRecordComponents())
				.allMatch((component) -> RuntimeHintsPredicates.reflection()
					.onMethodInvocation(component.getAccessor())
					.test(this.hints)))
			.map(Class::getSimpleName)
			.distinct()
			.toList();
		assertThat(forgotten).isSubsetOf("Begun", "Pointing", "Collector", "Of", "None", "OfTable", "OfColumn",
				"Schema", "TargetSchema", "NamingConvention", "TableComment", "ColumnName");
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(TypeReference.of("dev.migration.operation.TableOperation$CreateTable"))).accepts(this.hints);
	}

	@Test
	void theConnectionThatAHookGets() {
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(Connection.class)).accepts(this.hints);
	}

	@Test
	void theDialectsThatAreServices() throws IOException {
		String file = "META-INF/services/dev.migration.dialect.Dialect";
		assertThat(RuntimeHintsPredicates.resource().forResource(file)).accepts(this.hints);
		List<String> dialects = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.toList();
		assertThat(dialects).hasSizeGreaterThan(3)
			.allSatisfy((name) -> assertThat(RuntimeHintsPredicates.reflection()
				.onType(TypeReference.of(name))
				.withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)).accepts(this.hints));
	}

	@Test
	void everyBuiltInTemplateAndScript() throws IOException {
		Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:dev/migration/project/*");
		List<String> names = Arrays.stream(files)
			.map(Resource::getFilename)
			.filter((name) -> name != null && !name.endsWith(".class"))
			.toList();
		assertThat(names).hasSizeGreaterThan(4)
			.allSatisfy(
					(name) -> assertThat(RuntimeHintsPredicates.resource().forResource("dev/migration/project/" + name))
						.accepts(this.hints));
	}

	@Test
	void whatARevisionIsAskedFor() throws NoSuchMethodException {
		assertThat(RuntimeHintsPredicates.reflection()
			.onMethodInvocation(Revision.class.getDeclaredMethod("branchLabels"))).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onMethodInvocation(Migration.class.getDeclaredMethod("downgrade", Operations.class))).accepts(this.hints);
	}

}
