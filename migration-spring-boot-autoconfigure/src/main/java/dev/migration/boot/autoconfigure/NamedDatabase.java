package dev.migration.boot.autoconfigure;

import java.util.List;

import javax.sql.DataSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

import dev.migration.Migrator;
import dev.migration.boot.env.DatabaseNames;

/**
 * One of several databases, as it is configured.
 *
 * @param name its name
 * @param properties its own properties
 */
record NamedDatabase(String name, DatabaseProperties properties) {

	/**
	 * Return the databases of an environment. Each is bound on its own, so that an
	 * environment variable finds the name that it cannot spell.
	 * @param environment the environment
	 * @return the databases in their order, none if there is a single one
	 */
	static List<NamedDatabase> of(Environment environment) {
		return DatabaseNames.of(environment)
			.stream()
			.map((name) -> new NamedDatabase(name,
					Binder.get(environment).bindOrCreate(DatabaseNames.prefix(name), DatabaseProperties.class)))
			.toList();
	}

	DatabaseLocations locations() {
		List<String> own = this.properties.getLocations();
		return new DatabaseLocations((own != null) ? own : List.of("classpath:db/revisions/" + this.name));
	}

	String dataSourceBean() {
		return beanName(DataSource.class);
	}

	String migratorBean() {
		return beanName(Migrator.class);
	}

	/**
	 * Return the name of the bean that does something for this database.
	 * @param type what it is
	 * @return the name, such as {@code ordersMigrator}
	 */
	String beanName(Class<?> type) {
		return camelCase() + type.getSimpleName();
	}

	String camelCase() {
		StringBuilder camelCase = new StringBuilder();
		for (String part : this.name.split("-")) {
			camelCase.append(camelCase.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
		}
		return camelCase.toString();
	}

	String variable() {
		return DatabaseNames.variable(this.name);
	}

	String property(String property) {
		return DatabaseNames.prefix(this.name) + "." + property;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
