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

/**
 * Finds what takes part in the work on one database as a Spring bean, in the order that
 * the beans ask for. They are only made when there is something to do. With several
 * databases a bean is for all of them, unless it has the name of one as qualifier.
 */
class BeansForDatabase {

	private final ConfigurableListableBeanFactory beanFactory;

	private final @Nullable String own;

	private final List<String> all;

	private final ParticipatingBeans participants;

	/**
	 * Create a source for the single database of an application.
	 * @param beanFactory the bean factory
	 */
	BeansForDatabase(ConfigurableListableBeanFactory beanFactory) {
		this(beanFactory, null, List.of());
	}

	/**
	 * Create a source for one of several databases.
	 * @param beanFactory the bean factory
	 * @param own the name of the database
	 * @param all the names of all databases
	 */
	BeansForDatabase(ConfigurableListableBeanFactory beanFactory, @Nullable String own, List<String> all) {
		this.beanFactory = beanFactory;
		this.own = own;
		this.all = List.copyOf(all);
		this.participants = new ParticipatingBeans(beanFactory);
	}

	/**
	 * Return a source of the beans of a type.
	 * @param type the type
	 * @param <T> the type
	 * @return what makes them when it is asked
	 */
	<T> Supplier<List<T>> of(Class<T> type) {
		return () -> all(type);
	}

	private <T> List<T> all(Class<T> type) {
		Map<String, T> beans = new LinkedHashMap<>();
		for (String name : this.beanFactory.getBeanNamesForType(type, true, false)) {
			if (isForThisDatabase(name)) {
				beans.put(name, make(name, type));
			}
		}
		return beans.entrySet()
			.stream()
			.sorted(Comparator.comparingInt((bean) -> order(bean.getKey(), bean.getValue())))
			.map(Map.Entry::getValue)
			.toList();
	}

	private <T> T make(String name, Class<T> type) {
		return this.participants.make("The " + type.getSimpleName() + " '" + name + "'",
				() -> this.beanFactory.getBean(name, type));
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
	private int order(String bean, Object instance) {
		if (instance instanceof Ordered ordered) {
			return ordered.getOrder();
		}
		Order order = this.beanFactory.findAnnotationOnBean(bean, Order.class, false);
		return (order != null) ? order.value() : Ordered.LOWEST_PRECEDENCE;
	}

	/**
	 * Return the bean of a type that is for this database: its own, else that of all.
	 * @param type the type
	 * @param <T> the type
	 * @return the bean, or {@code null} if there is none
	 */
	<T> @Nullable T one(Class<T> type) {
		T own = own(type);
		return (own != null) ? own : of(type).get().stream().findFirst().orElse(null);
	}

	/**
	 * Return the bean of a type that is for this database and no other.
	 * @param type the type
	 * @param <T> the type
	 * @return the bean, or {@code null} if there is none
	 */
	<T> @Nullable T own(Class<T> type) {
		String database = this.own;
		if (database == null) {
			return this.beanFactory.getBeanProvider(type).getIfAvailable();
		}
		for (String name : this.beanFactory.getBeanNamesForType(type, true, false)) {
			if (hasQualifier(name, database)) {
				return this.beanFactory.getBean(name, type);
			}
		}
		return null;
	}

}
