package dev.migration.boot.autoconfigure;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

import dev.migration.Migrator;
import dev.migration.project.ProjectSettings;
import dev.migration.project.Projects;

/**
 * The project that the working directory is, with the locations of each database.
 */
class ApplicationProjects implements Projects {

	private final MigrationProperties properties;

	private final List<NamedDatabase> databases;

	private final ConfigurableListableBeanFactory beanFactory;

	ApplicationProjects(MigrationProperties properties, Environment environment,
			ConfigurableListableBeanFactory beanFactory) {
		this.properties = properties;
		this.databases = NamedDatabase.of(environment);
		this.beanFactory = beanFactory;
	}

	@Override
	public ProjectSettings get(@Nullable String database) {
		return ((database != null) ? named(database) : primary()).map(this::settings)
			.orElseGet(() -> settings(locations()));
	}

	@Override
	public ProjectSettings whole() {
		if (this.databases.isEmpty()) {
			return settings(locations());
		}
		return settings(
				this.databases.stream().flatMap((database) -> locations(database).stream()).distinct().toList());
	}

	private List<String> locations() {
		SingleDatabaseBeans beans = this.beanFactory.getBeanProvider(SingleDatabaseBeans.class).getIfAvailable();
		return (beans != null) ? beans.locations() : this.properties.getLocations();
	}

	private List<String> locations(NamedDatabase database) {
		return this.beanFactory.getBean(NamedDatabaseBeans.class).locations(database.name());
	}

	private ProjectSettings settings(NamedDatabase database) {
		return this.properties.getRevision()
			.toSettings(locations(database),
					MigratorSettings.of(database.name(), database.properties(), this.properties).encoding());
	}

	private ProjectSettings settings(List<String> locations) {
		return this.properties.getRevision().toSettings(locations, this.properties.getEncoding());
	}

	private Optional<NamedDatabase> named(String name) {
		return this.databases.stream().filter((database) -> database.name().equals(name)).findFirst();
	}

	private Optional<NamedDatabase> primary() {
		String migrator = DefaultCandidate.find(this.beanFactory, Migrator.class).orElse("");
		return this.databases.stream().filter((database) -> database.migratorBean().equals(migrator)).findFirst();
	}

}
