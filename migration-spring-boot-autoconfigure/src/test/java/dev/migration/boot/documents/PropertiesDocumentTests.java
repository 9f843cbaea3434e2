package dev.migration.boot.documents;

import java.beans.PropertyDescriptor;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migration.boot.autoconfigure.DatabaseProperties;
import dev.migration.boot.autoconfigure.EndpointProperties;
import dev.migration.boot.autoconfigure.MigrationProperties;
import dev.migration.test.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/properties.md} has every property with its type and default, and no other.
 */
class PropertiesDocumentTests {

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.-]+)` \\| `([^`]+)` \\|([^|]*)\\| (.+) \\|$");

	private static final String OURS = "(migration|management\\.(endpoint|health)\\.migrations)\\..*";

	private final String document = Document.of("properties.md").text();

	private final int several = this.document.indexOf("## Several databases");

	private final KnownProperties known = KnownProperties.read();

	@Test
	void everyPropertyIsThereWithItsTypeAndDefault() {
		Map<String, Row> expected = new TreeMap<>();
		this.known.properties().forEach((name, property) -> {
			if (name.matches(OURS)) {
				expected.put(name, new Row(shortened(property.path("type").asString()), defaultOf(name)));
			}
		});
		assertThat(rows(this.document.substring(0, this.several))).isEqualTo(expected);
	}

	@Test
	void everyPropertyOfOneOfSeveralDatabasesIsThere() {
		Map<String, Row> expected = new TreeMap<>();
		describe(new DatabaseProperties(), "", expected);
		assertThat(rows(this.document.substring(this.several))).isEqualTo(expected);
	}

	private static void describe(Object properties, String prefix, Map<String, Row> rows) {
		BeanWrapperImpl values = new BeanWrapperImpl(properties);
		for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(properties.getClass())) {
			String name = prefix + dashed(property.getName());
			Object value = values.getPropertyValue(property.getName());
			if (value instanceof EndpointProperties nested) {
				describe(nested, name + ".", rows);
			}
			else if (!property.getName().equals("class")) {
				ResolvableType type = ResolvableType.forMethodReturnType(property.getReadMethod());
				String declared = ClassUtils.resolvePrimitiveIfNecessary(type.toClass()).getName()
						+ (type.hasGenerics() ? type.toString().replaceFirst("^[^<]+", "") : "");
				rows.put(name, new Row(shortened(declared), text(value)));
			}
		}
	}

	private static Map<String, Row> rows(String part) {
		Map<String, Row> rows = new TreeMap<>();
		Matcher row = ROW.matcher(part);
		while (row.find()) {
			rows.put(row.group(1), new Row(row.group(2), row.group(3).strip().replace("`", "")));
		}
		return rows;
	}

	/**
	 * The classes know more defaults than the metadata, which can only hold constants.
	 */
	private String defaultOf(String name) {
		String path = name.replaceFirst("^migration\\.", "");
		BeanWrapperImpl properties = new BeanWrapperImpl(new MigrationProperties());
		String property = camelCase(path);
		return (name.startsWith("migration.") && properties.isReadableProperty(property))
				? text(properties.getPropertyValue(property))
				: this.known.properties().get(name).path("defaultValue").asString("").replace('_', '-');
	}

	private static String text(@Nullable Object value) {
		if (value == null || value instanceof Map<?, ?>) {
			return "";
		}
		if (value instanceof Collection<?> values) {
			return StringUtils.collectionToCommaDelimitedString(values);
		}
		if (value instanceof Duration duration) {
			return DurationStyle.SIMPLE.print(duration, ChronoUnit.MINUTES);
		}
		return (value instanceof Enum<?> choice) ? choice.name().toLowerCase(Locale.ROOT).replace('_', '-')
				: value.toString();
	}

	private static String shortened(String type) {
		return type.replaceAll("[\\w.]+[.$](?=\\w)", "").replace(" ", "");
	}

	private static String dashed(String property) {
		return property.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

	private static String camelCase(String path) {
		Matcher dash = Pattern.compile("-([a-z])").matcher(path);
		return dash.replaceAll((letter) -> letter.group(1).toUpperCase(Locale.ROOT));
	}

	@Test
	void theRowsOfEachGroupAreInTheOrderOfTheAlphabet() {
		for (String group : this.document.split("(?m)^## ")) {
			List<String> names = ROW.matcher(group).results().map((row) -> row.group(1)).toList();
			assertThat(names).as(group.lines().findFirst().orElse("")).isSorted();
		}
	}

	/**
	 * A row.
	 *
	 * @param type the type without packages
	 * @param defaultValue the default; empty if there is none
	 */
	private record Row(String type, String defaultValue) {
	}

}
