package dev.migration.boot.documents;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migration.boot.autoconfigure.MigrationProperties;
import dev.migration.test.Document;
import dev.migration.test.DocumentBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every property that a document sets is there and takes the value, and every property of
 * ours that a document mentions is there. YAML for Kubernetes is left to the test of
 * kubernetes.md.
 */
class ConfigurationBlocksTests {

	/** Rows of a table of observability.md are meters and observations. */
	private static final Pattern MENTIONED = Pattern
		.compile("(?<!^\\| )`((?:migration|management|spring)\\.[a-z][a-z.<>-]*)(?:=[^`]*)?`", Pattern.MULTILINE);

	private static final Pattern VARIABLE = Pattern.compile("`(MIGRATION_[A-Z_]+)(?:=[^`]*)?`");

	private final KnownProperties known = KnownProperties.read();

	@Test
	void everyPropertyIsThereAndTakesItsValue() throws IOException {
		List<String> problems = new ArrayList<>();
		int count = 0;
		for (String language : List.of("properties", "yaml")) {
			for (DocumentBlock block : Document.blocksIn(language)) {
				if (!block.text().contains("apiVersion:")) {
					Map<String, Object> properties = properties(block.language(), block.text());
					count += properties.size();
					problems(properties).forEach((problem) -> problems.add(block + ": " + problem));
				}
			}
		}
		assertThat(count).isGreaterThan(15);
		assertThat(problems).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			migration.on-start=upgrade                            | migration.on-start
			migration.on-startup=sometimes                        | migration.on-startup
			migration.lock-timeout=soon                           | migration.lock-timeout
			migration.databases.audit.locatons=classpath:x        | migration.databases.audit.locatons
			migration.health.pending-state=UP                     | migration.health.pending-state
			management.endpoint.migrations.access=everything      | management.endpoint.migrations.access
			spring.datasource.hikari.maximum-pool-size=one        | spring.datasource.hikari.maximum-pool-size
			""")
	void whatIsWrongIsFound(String line, String name) throws IOException {
		assertThat(problems(properties("properties", line))).singleElement().asString().startsWith(name + ": ");
	}

	private List<String> problems(Map<String, Object> properties) {
		List<String> problems = new ArrayList<>();
		properties.forEach((name, value) -> {
			String problem = problem(name, value);
			if (!problem.isEmpty()) {
				problems.add(name + ": " + problem);
			}
		});
		return problems;
	}

	private String problem(String name, Object value) {
		MapConfigurationPropertySource source = new MapConfigurationPropertySource(Map.of(name, value));
		Binder binder = new Binder(source);
		try {
			if (this.known.isOf(name, MigrationProperties.class.getPackageName())) {
				binder.bind("migration", Bindable.of(MigrationProperties.class),
						new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
				return "";
			}
			String type = this.known.typeOf(name);
			if (type.isEmpty()) {
				return "is not known";
			}
			if (!type.equals(Map.class.getName()) && ClassUtils.isPresent(type, null)) {
				binder.bind(name, ClassUtils.resolveClassName(type, null));
			}
			return "";
		}
		catch (RuntimeException ex) {
			return ex.getMessage();
		}
	}

	private static Map<String, Object> properties(String language, String text) throws IOException {
		Properties properties = new Properties();
		if (language.equals("yaml")) {
			YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
			yaml.setResources(new ByteArrayResource(text.getBytes()));
			properties.putAll(yaml.getObject());
		}
		else {
			properties.load(new StringReader(text));
		}
		Map<String, Object> sorted = new TreeMap<>();
		properties.forEach((name, value) -> sorted.put(name.toString(), value));
		return sorted;
	}

	@Test
	void everyPropertyAndVariableThatIsMentionedIsThere() {
		List<String> unknown = new ArrayList<>();
		for (Document document : Document.all()) {
			Matcher mentioned = MENTIONED.matcher(document.text());
			while (mentioned.find()) {
				if (!this.known.isMentionable(mentioned.group(1))) {
					unknown.add(document.name() + ": " + mentioned.group(1));
				}
			}
			Matcher variable = VARIABLE.matcher(document.text());
			while (variable.find()) {
				if (!this.known.hasVariable(variable.group(1))) {
					unknown.add(document.name() + ": " + variable.group(1));
				}
			}
		}
		assertThat(unknown).isEmpty();
	}

}
