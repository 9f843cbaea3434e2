package dev.migration.boot.autoconfigure;

import java.util.List;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

import dev.migration.Migration;
import dev.migration.script.RevisionScripts;
import dev.migration.script.RevisionSource;

/**
 * Finds the revisions that are Spring beans. A bean is only asked for when its step runs.
 * With several databases it belongs to those that have its package among their locations.
 */
class BeanRevisionSource implements RevisionSource {

	private static final DatabaseLocations EVERYWHERE = new DatabaseLocations(List.of("classpath:"));

	private final ConfigurableListableBeanFactory beanFactory;

	private final DatabaseLocations own;

	private final List<DatabaseLocations> all;

	private final ParticipatingBeans participants;

	/**
	 * Create a source for the single database of an application.
	 * @param beanFactory the bean factory
	 */
	BeanRevisionSource(ConfigurableListableBeanFactory beanFactory) {
		this(beanFactory, EVERYWHERE, List.of(EVERYWHERE));
	}

	/**
	 * Create a source for one of several databases.
	 * @param beanFactory the bean factory
	 * @param own the locations of the database
	 * @param all the locations of each database
	 */
	BeanRevisionSource(ConfigurableListableBeanFactory beanFactory, DatabaseLocations own,
			List<DatabaseLocations> all) {
		this.beanFactory = beanFactory;
		this.own = own;
		this.all = List.copyOf(all);
		this.participants = new ParticipatingBeans(beanFactory);
	}

	@Override
	public RevisionScripts load() {
		RevisionScripts scripts = new RevisionScripts(List.of(), List.of(), List.of());
		for (String name : this.beanFactory.getBeanNamesForType(Migration.class, true, false)) {
			Class<?> type = this.beanFactory.getType(name);
			if (type != null) {
				scripts = scripts.and(load(name, ClassUtils.getUserClass(type).asSubclass(Migration.class)));
			}
		}
		return scripts;
	}

	private RevisionScripts load(String name, Class<? extends Migration> type) {
		if (this.own.hold(type)) {
			return RevisionScripts.of(type, () -> this.participants.make("The revision " + type.getName(),
					() -> this.beanFactory.getBean(name, Migration.class)));
		}
		// Left out silently, it would run nowhere.
		List<String> problems = this.all.stream().anyMatch((locations) -> locations.hold(type)) ? List.of()
				: List.of(type.getName() + ": it is a bean, and its package is in the locations of no database");
		return new RevisionScripts(List.of(), problems, List.of());
	}

}
