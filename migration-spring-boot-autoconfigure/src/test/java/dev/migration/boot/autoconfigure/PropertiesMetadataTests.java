package dev.migration.boot.autoconfigure;

import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.migration.MismatchPolicy;
import dev.migration.boot.health.MigrationsHealthProperties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.convert.DurationStyle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an editor knows of the properties: the generated metadata.
 */
class PropertiesMetadataTests {

	private static JsonNode metadata = JsonMapper.shared().createObjectNode();

	@BeforeAll
	static void read() throws IOException {
		try (InputStream in = MigrationProperties.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			assertThat(in).as("generated metadata").isNotNull();
			metadata = JsonMapper.shared().readTree(in);
		}
	}

	@Test
	void everyPropertyIsThereWithAType() {
		List<String> names = new ArrayList<>();
		for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(MigrationProperties.class)) {
			if (!property.getName().equals("class")) {
				names.add("migration." + property.getName().replaceAll("([A-Z])", "-$1").toLowerCase());
			}
		}
		TreeSet<String> known = new TreeSet<>();
		Stream.of("properties", "groups").forEach((kind) -> metadata.path(kind).forEach((each) -> {
			known.add(each.path("name").asString());
			assertThat(each.path("type").asString()).as(each.toString()).isNotEmpty();
		}));
		assertThat(known).containsAll(names);
	}

	@Test
	void everyDescriptionKeepsTheHabitsOfSpringBoot() {
		assertThat(metadata.path("properties")).hasSizeGreaterThan(20).allSatisfy((property) -> {
			String description = property.path("description").asString();
			assertThat(description).as(property.path("name").asString())
				.isNotEmpty()
				.endsWith(".")
				.doesNotStartWith("The ")
				.doesNotStartWith("A ");
			if (property.path("type").asString().equals(Boolean.class.getName())) {
				assertThat(description).startsWith("Whether ");
			}
			if (property.path("type").asString().startsWith("java.util.List")) {
				assertThat(description).containsPattern("^(Comma-separated list|List) of ");
			}
		});
	}

	@Test
	void theDefaultsAreThoseOfTheClass() {
		MigrationProperties properties = new MigrationProperties();
		assertThat(defaultOf("migration.locations")).isEqualTo(properties.getLocations());
		assertThat(defaultOf("migration.enabled")).isEqualTo(properties.isEnabled());
		assertThat(defaultOf("migration.target")).isEqualTo(properties.getTarget());
		assertThat(defaultOf("migration.on-startup")).isEqualTo("upgrade");
		assertThat(defaultOf("migration.version-table")).isEqualTo(properties.getVersionTable());
		assertThat(defaultOf("migration.history-table")).isEqualTo(properties.getHistoryTable());
		assertThat(defaultOf("migration.fail-on-missing-locations")).isEqualTo(properties.isFailOnMissingLocations());
		assertThat(defaultOf("migration.encoding")).isEqualTo(properties.getEncoding().name());
		assertThat(defaultOf("migration.when-ahead")).isEqualTo("warn");
		assertThat(defaultOf("migration.when-changed")).isEqualTo("ignore");
		assertThat(defaultOf("migration.baseline-on-upgrade")).isEqualTo(properties.isBaselineOnUpgrade());
		NamingConventionProperties names = properties.getNamingConvention();
		assertThat(defaultOf("migration.naming-convention.ix")).isEqualTo(names.getIx());
		assertThat(defaultOf("migration.naming-convention.uq")).isEqualTo(names.getUq());
		assertThat(defaultOf("migration.naming-convention.ck")).isEqualTo(names.getCk());
		assertThat(defaultOf("migration.naming-convention.fk")).isEqualTo(names.getFk());
		assertThat(defaultOf("migration.naming-convention.pk")).isEqualTo(names.getPk());
		assertThat(defaultOf("migration.naming-convention.ex")).isEqualTo(names.getEx());
		assertThat(DurationStyle.detectAndParse(String.valueOf(defaultOf("migration.lock-timeout"))))
			.isEqualTo(properties.getLockTimeout());
	}

	@Test
	void thereAreHintsForWhatIsChosen() {
		assertThat(hint("migration.target").path("values").valueStream().map((value) -> value.path("value").asString()))
			.containsExactly("head", "heads", "base", "+1");
		assertThat(hint("migration.target").path("providers").path(0).path("name").asString()).isEqualTo("any");
		assertThat(hint("migration.locations").path("providers").path(0).path("parameters").path("target").asString())
			.isEqualTo("org.springframework.core.io.Resource[]");
		assertThat(hint("migration.driver-class-name").path("providers")
			.path(0)
			.path("parameters")
			.path("target")
			.asString()).isEqualTo("java.sql.Driver");
		assertThat(property("migration.on-startup").path("type").asString())
			.isEqualTo(MigrationProperties.OnStartup.class.getName());
		assertThat(property("migration.when-ahead").path("type").asString()).isEqualTo(MismatchPolicy.class.getName());
	}

	@Test
	void theEndpointHasItsProperties() {
		assertThat(defaultOf("management.endpoint.migrations.access")).isEqualTo("read_only");
		assertThat(defaultOf("management.endpoint.migrations.cache.time-to-live")).isEqualTo("0ms");
	}

	@Test
	void healthIsOffAndEventsAreOnUnlessAPropertySaysOtherwise() {
		assertThat(defaultOf("management.health.migrations.enabled")).isEqualTo(false);
		assertThat(defaultOf("migration.events.enabled")).isEqualTo(true);
		assertThat(defaultOf("migration.health.pending-status"))
			.isEqualTo(new MigrationsHealthProperties().getPendingStatus());
		assertThat(hint("migration.health.pending-status").path("values")
			.valueStream()
			.map((value) -> value.path("value").asString())).contains("UP", "OUT_OF_SERVICE");
	}

	private static JsonNode property(String name) {
		return find("properties", name);
	}

	private static JsonNode hint(String name) {
		return find("hints", name);
	}

	private static JsonNode find(String kind, String name) {
		return metadata.path(kind)
			.valueStream()
			.filter((each) -> each.path("name").asString().equals(name))
			.findFirst()
			.orElseThrow(() -> new AssertionError("Nothing under " + kind + " for " + name));
	}

	private static Object defaultOf(String name) {
		return JsonMapper.shared().convertValue(property(name).path("defaultValue"), Object.class);
	}

}
