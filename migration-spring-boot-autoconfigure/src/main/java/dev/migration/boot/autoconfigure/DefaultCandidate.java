package dev.migration.boot.autoconfigure;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;

/**
 * Finds the bean that an injection by type alone gets, without making it.
 */
final class DefaultCandidate {

	private DefaultCandidate() {
	}

	static Optional<String> find(ConfigurableListableBeanFactory beanFactory, Class<?> type) {
		List<String> candidates = names(beanFactory, type).stream()
			.filter((name) -> is(beanFactory, name, DefaultCandidate::isCandidate))
			.toList();
		return only(candidates)
			.or(() -> only(candidates.stream()
				.filter((name) -> !is(beanFactory, name, (definition) -> !definition.isPrimary()))
				.toList()))
			.or(() -> only(candidates.stream()
				.filter((name) -> is(beanFactory, name, (definition) -> !definition.isFallback()))
				.toList()));
	}

	static List<String> names(ConfigurableListableBeanFactory beanFactory, Class<?> type) {
		return List.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, type, true, false));
	}

	private static Optional<String> only(List<String> names) {
		return (names.size() == 1) ? Optional.of(names.get(0)) : Optional.empty();
	}

	private static boolean isCandidate(BeanDefinition definition) {
		return definition.isAutowireCandidate() && (!(definition instanceof AbstractBeanDefinition abstractDefinition)
				|| abstractDefinition.isDefaultCandidate());
	}

	/**
	 * A singleton that was registered as an object has no definition, and is an ordinary
	 * candidate.
	 */
	private static boolean is(ConfigurableListableBeanFactory beanFactory, String name,
			Predicate<BeanDefinition> test) {
		if (beanFactory.containsBeanDefinition(name)) {
			return test.test(beanFactory.getBeanDefinition(name));
		}
		return !(beanFactory.getParentBeanFactory() instanceof ConfigurableListableBeanFactory parent)
				|| is(parent, name, test);
	}

}
