package dev.migration.boot.autoconfigure;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import dev.migration.MigrationHook;

/**
 * Finds the hooks that are Spring beans, in the order that they ask for. They are only
 * made when a run has something to do. With several databases a hook is for all of them,
 * unless it has the name of one as qualifier.
 */
class BeanHookSource implements Supplier<List<MigrationHook>> {

	private final ConfigurableListableBeanFactory beanFactory;

	private final @Nullable String own;

	private final List<String> all;

	/**
	 * Create a source for the single database of an application.
	 * @param beanFactory the bean factory
	 */
	BeanHookSource(ConfigurableListableBeanFactory beanFactory) {
		this(beanFactory, null, List.of());
	}

	/**
	 * Create a source for one of several databases.
	 * @param beanFactory the bean factory
	 * @param own the name of the database
	 * @param all the names of all databases
	 */
	BeanHookSource(ConfigurableListableBeanFactory beanFactory, @Nullable String own, List<String> all) {
		this.beanFactory = beanFactory;
		this.own = own;
		this.all = List.copyOf(all);
	}

	@Override
	public List<MigrationHook> get() {
		Map<String, MigrationHook> hooks = new LinkedHashMap<>();
		for (String name : this.beanFactory.getBeanNamesForType(MigrationHook.class, true, false)) {
			if (isForThisDatabase(name)) {
				hooks.put(name, this.beanFactory.getBean(name, MigrationHook.class));
			}
		}
		return hooks.entrySet()
			.stream()
			.sorted(Comparator.comparingInt((hook) -> order(hook.getKey(), hook.getValue())))
			.map(Map.Entry::getValue)
			.toList();
	}

	private boolean isForThisDatabase(String bean) {
		String database = this.own;
		return database == null || hasQualifier(bean, database)
				|| this.all.stream().noneMatch((other) -> hasQualifier(bean, other));
	}

	private boolean hasQualifier(String bean, String database) {
		return BeanFactoryAnnotationUtils.isQualifierMatch(database::equals, bean, this.beanFactory);
	}

	/**
	 * The annotation may be on the class, or on the method that makes the bean.
	 */
	private int order(String bean, MigrationHook hook) {
		if (hook instanceof Ordered ordered) {
			return ordered.getOrder();
		}
		Order order = this.beanFactory.findAnnotationOnBean(bean, Order.class, false);
		return (order != null) ? order.value() : Ordered.LOWEST_PRECEDENCE;
	}

}
