package dev.migration.sample.documents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.migration.boot.autoconfigure.MigrationProperties;
import dev.migration.sample.HackathonApplication;
import dev.migration.test.CurlLine;
import dev.migration.test.Document;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The manifests of {@code docs/kubernetes.md}: their commands run, their variables and
 * their probes mean something to the application.
 */
class KubernetesDocumentTests {

	private static final Set<String> KINDS = Set.of("apps/v1 Deployment", "batch/v1 Job");

	private static final List<String> PROBES = List.of("startupProbe", "livenessProbe", "readinessProbe");

	private final List<Map<String, Object>> containers = new ArrayList<>();

	@Test
	@SuppressWarnings("unchecked")
	void everyManifestIsOneThatRuns(@TempDir Path folder) throws Exception {
		for (Map<String, Object> manifest : manifests()) {
			assertThat(KINDS).contains(manifest.get("apiVersion") + " " + manifest.get("kind"));
			Map<String, Object> template = at(manifest, "spec", "template");
			if (manifest.get("kind").equals("Deployment")) {
				assertThat(at(template, "metadata", "labels"))
					.isEqualTo(at(manifest, "spec", "selector", "matchLabels"));
			}
			Map<String, Object> spec = (Map<String, Object>) template.get("spec");
			Stream.of("initContainers", "containers")
				.map((kind) -> (List<Map<String, Object>>) spec.getOrDefault(kind, List.of()))
				.forEach(this.containers::addAll);
		}
		assertThat(this.containers).hasSize(4);
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		InProcessApplication sample = new InProcessApplication(HackathonApplication.class.getName(),
				getClass().getClassLoader(), folder, database.databaseUrl());
		for (List<String> arguments : arguments()) {
			assertThat(arguments.get(0)).isEqualTo("migrate");
			assertThat(sample.migrate(arguments.subList(1, arguments.size()))).doesNotContain("error:");
		}
		assertThat(database.tables()).contains("team");
		try (ConfigurableApplicationContext application = start(database)) {
			int port = ((WebServerApplicationContext) application).getWebServer().getPort();
			for (String path : probePaths()) {
				assertThat(new CurlLine("curl http://localhost:8080" + path).run(port).status()).as(path)
					.isEqualTo(200);
			}
			assertThat(application.getBean(MigrationProperties.class).getOnStartup())
				.isEqualTo(MigrationProperties.OnStartup.VALIDATE);
			assertThat(variables()).containsOnlyKeys("MIGRATION_ON_STARTUP");
		}
	}

	/**
	 * The application with the variables of all containers, as the system would give
	 * them.
	 */
	private ConfigurableApplicationContext start(TestDatabase database) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(variables())));
		return new SpringApplicationBuilder(HackathonApplication.class).environment(environment)
			.run("--DATABASE_URL=" + database.databaseUrl(), "--server.port=0", "--server.address=127.0.0.1");
	}

	private static List<Map<String, Object>> manifests() {
		List<Map<String, Object>> manifests = new ArrayList<>();
		Document.blocksIn("yaml")
			.stream()
			.filter((block) -> block.text().contains("apiVersion:"))
			.forEach((block) -> manifests.add(new Yaml().load(block.text())));
		return manifests;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> at(Map<String, Object> node, String... path) {
		Map<String, Object> current = node;
		for (String name : path) {
			assertThat(current).containsKey(name);
			current = (Map<String, Object>) current.get(name);
		}
		return current;
	}

	@SuppressWarnings("unchecked")
	private List<List<String>> arguments() {
		return this.containers.stream()
			.filter((container) -> container.containsKey("args"))
			.map((container) -> (List<String>) container.get("args"))
			.toList();
	}

	private Set<String> probePaths() {
		Set<String> paths = new TreeSet<>();
		for (Map<String, Object> container : this.containers) {
			PROBES.stream()
				.filter(container::containsKey)
				.forEach((probe) -> paths.add(String.valueOf(at(container, probe, "httpGet").get("path"))));
		}
		return paths;
	}

	/**
	 * Those with a value; what comes from a secret is only {@code DATABASE_URL}.
	 */
	@SuppressWarnings("unchecked")
	private Map<String, String> variables() {
		Map<String, String> variables = new HashMap<>();
		for (Map<String, Object> container : this.containers) {
			for (Map<String, Object> variable : (List<Map<String, Object>>) container.getOrDefault("env", List.of())) {
				String name = String.valueOf(variable.get("name"));
				if (variable.containsKey("value")) {
					variables.put(name, String.valueOf(variable.get("value")));
				}
				else {
					assertThat(name).isEqualTo("DATABASE_URL");
				}
			}
		}
		return variables;
	}

}
