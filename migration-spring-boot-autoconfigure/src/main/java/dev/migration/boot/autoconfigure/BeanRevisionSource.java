package dev.migration.boot.autoconfigure;

import java.util.List;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

import dev.migration.Migration;
import dev.migration.script.RevisionScripts;
import dev.migration.script.RevisionSource;

/**
 * Finds the revisions that are Spring beans. A bean is only asked for when its step runs.
 */
class BeanRevisionSource implements RevisionSource {

	private final ConfigurableListableBeanFactory beanFactory;

	BeanRevisionSource(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public RevisionScripts load() {
		RevisionScripts scripts = new RevisionScripts(List.of(), List.of(), List.of());
		for (String name : this.beanFactory.getBeanNamesForType(Migration.class, true, false)) {
			Class<?> type = this.beanFactory.getType(name);
			if (type != null) {
				scripts = scripts.and(RevisionScripts.of(ClassUtils.getUserClass(type).asSubclass(Migration.class),
						() -> this.beanFactory.getBean(name, Migration.class)));
			}
		}
		return scripts;
	}

}
