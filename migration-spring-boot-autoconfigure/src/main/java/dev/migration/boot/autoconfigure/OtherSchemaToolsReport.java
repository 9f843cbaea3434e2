package dev.migration.boot.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Says at start-up what else changes the schema.
 */
class OtherSchemaToolsReport implements InitializingBean {

	private static final Log logger = LogFactory.getLog(OtherSchemaToolsReport.class);

	private static final List<String> GENERATION = List.of("spring.jpa.hibernate.ddl-auto",
			"spring.jpa.properties.hibernate.hbm2ddl.auto",
			"spring.jpa.properties.jakarta.persistence.schema-generation.database.action");

	private static final Set<String> CHANGES_NOTHING = Set.of("none", "validate", "false", "");

	static final Map<String, String> TOOLS = Map.of("Flyway", "org.flywaydb.core.Flyway", "Liquibase",
			"liquibase.integration.spring.SpringLiquibase");

	private final Environment environment;

	private final ListableBeanFactory beanFactory;

	OtherSchemaToolsReport(Environment environment, ListableBeanFactory beanFactory) {
		this.environment = environment;
		this.beanFactory = beanFactory;
	}

	@Override
	public void afterPropertiesSet() {
		generation().forEach((property, value) -> logger
			.warn("'" + property + "' is '" + value + "': Hibernate changes the schema too, after the revisions, "
					+ "and what it changes is in none of them. Set it to 'validate' or 'none'."));
		activeTools().forEach((tool) -> logger
			.info(tool + " changes the schema too. It runs before the revisions, which begin on what it made."));
	}

	private Map<String, String> generation() {
		Map<String, String> found = new LinkedHashMap<>();
		for (String property : GENERATION) {
			String value = this.environment.getProperty(property, "");
			if (!CHANGES_NOTHING.contains(value.toLowerCase(Locale.ROOT))) {
				found.put(property, value);
			}
		}
		if (this.environment.getProperty("spring.jpa.generate-ddl", Boolean.class, false)) {
			found.put("spring.jpa.generate-ddl", "true");
		}
		return found;
	}

	private List<String> activeTools() {
		ClassLoader classLoader = getClass().getClassLoader();
		List<String> active = new ArrayList<>();
		TOOLS.forEach((tool, type) -> {
			if (ClassUtils.isPresent(type, classLoader) && this.beanFactory
				.getBeanNamesForType(ClassUtils.resolveClassName(type, classLoader), true, false).length > 0) {
				active.add(tool);
			}
		});
		active.sort(null);
		return active;
	}

}
