package dev.migration.boot.actuate;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migration.boot.actuate.MigrationsDescriptors.DatabaseDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.DestructionDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.ErrorDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.PlanDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.RevisionDetailsDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.RunDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.StepDescriptor;
import dev.migration.test.CommandLines;
import dev.migration.test.CurlLine;
import dev.migration.test.Document;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;

import static dev.migration.boot.actuate.EndpointApplication.UNRESTRICTED;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/endpoint.md} says all that is so, and nothing else.
 */
class EndpointDocumentTests {

	/** What the steps of a history and the destruction have is in tables of their own. */
	private static final Set<Class<?>> ELSEWHERE = Set.of(StepDescriptor.class, DestructionDescriptor.class);

	private final Document document = Document.of("endpoint.md");

	@Test
	void everyMemberOfAnAnswerIsInItsTable() {
		assertDocumented("### `GET /actuator/migrations/{revision}`", RevisionDetailsDescriptor.class);
		assertDocumented("### A dry run", PlanDescriptor.class);
		assertDocumented("### A run", RunDescriptor.class);
		assertDocumented("### Steps", StepDescriptor.class);
		assertDocumented("### What is destroyed", DestructionDescriptor.class);
		assertDocumented("### An error", ErrorDescriptor.class);
		Set<String> databases = members(DatabaseDescriptor.class, "….");
		databases.addAll(Set.of("contexts", "contexts.*.parentId", "contexts.*.migrationBeans"));
		assertThat(table("### `GET /actuator/migrations`")).isEqualTo(databases);
	}

	@Test
	void everyMemberOfARequestIsInItsTable() {
		Set<String> parameters = Arrays.stream(MigrationsEndpoint.class.getMethods())
			.filter((method) -> method.getName().equals("run"))
			.flatMap((method) -> Arrays.stream(method.getParameters()))
			.map((parameter) -> parameter.getName())
			.filter((name) -> !name.equals("operation"))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(table("## What a POST takes")).isEqualTo(parameters);
	}

	private void assertDocumented(String title, Class<?> descriptor) {
		assertThat(table(title)).as(title).isEqualTo(members(descriptor, ""));
	}

	private static Set<String> members(Class<?> descriptor, String prefix) {
		Set<String> members = new TreeSet<>();
		for (RecordComponent component : descriptor.getRecordComponents()) {
			String name = prefix + component.getName();
			Class<?> element = element(component.getGenericType());
			boolean isOne = element == component.getType();
			if (!isOne || !element.isRecord() || ELSEWHERE.contains(element)) {
				members.add(name);
			}
			if (element.isRecord() && !ELSEWHERE.contains(element)) {
				members.addAll(members(element, name + (isOne ? "." : "[].")));
			}
		}
		return members;
	}

	private static Class<?> element(Type type) {
		return (type instanceof ParameterizedType list) ? (Class<?>) list.getActualTypeArguments()[0] : (Class<?>) type;
	}

	private Set<String> table(String title) {
		String text = this.document.text();
		int begin = text.indexOf(title + "\n");
		assertThat(begin).as(title).isNotNegative();
		int end = text.indexOf("\n#", begin + 1);
		Set<String> members = new TreeSet<>();
		Matcher row = Pattern.compile("(?m)^\\| `([^`]+)` \\|")
			.matcher(text.substring(begin, (end > 0) ? end : text.length()));
		while (row.find()) {
			members.add(row.group(1));
		}
		return members;
	}

	@Test
	void theExamplesWork() throws Exception {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		try (EndpointApplication application = EndpointApplication.start(database, UNRESTRICTED,
				"--migration.locations=classpath:db/stores-line")) {
			List<String> examples = this.document.blocks()
				.stream()
				.filter((block) -> block.language().equals("shell"))
				.flatMap((block) -> CommandLines.of(block).stream())
				.toList();
			assertThat(examples).hasSize(5);
			for (String each : examples) {
				assertThat(new CurlLine(each).run(application.port()).status()).as(each).isEqualTo(200);
			}
			assertThat(database.query("SELECT direction FROM migration_history ORDER BY id")).endsWith("downgrade",
					"upgrade");
		}
	}

}
