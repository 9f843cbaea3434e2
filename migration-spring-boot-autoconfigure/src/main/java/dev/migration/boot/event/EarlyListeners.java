package dev.migration.boot.event;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;

import dev.migration.boot.autoconfigure.ParticipatingBeans;

/**
 * The listeners that are beans, while the context starts. They are made before anything
 * is run, as each needs to be there for an event that comes later. Who asks for these
 * events by type and needs what waits for the run is a true circle, and refused. Who
 * listens to all events only happens to get them, and does not hear of the run then.
 */
class EarlyListeners {

	private static final Log logger = LogFactory.getLog(EarlyListeners.class);

	private final ConfigurableListableBeanFactory beanFactory;

	private final ParticipatingBeans participants;

	EarlyListeners(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		this.participants = new ParticipatingBeans(beanFactory);
	}

	/**
	 * Publish while those who wait are left out.
	 * @param publication publishes an event
	 */
	void publish(Runnable publication) {
		String name = AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME;
		if (!this.beanFactory.containsLocalBean(name)) {
			// It is too early for any bean, and the context keeps the event for later.
			publication.run();
			return;
		}
		ApplicationEventMulticaster multicaster = this.beanFactory.getBean(name, ApplicationEventMulticaster.class);
		List<String> waiting = waiting();
		waiting.forEach(multicaster::removeApplicationListenerBean);
		try {
			publication.run();
		}
		finally {
			waiting.forEach(multicaster::addApplicationListenerBean);
		}
	}

	private List<String> waiting() {
		List<String> waiting = new ArrayList<>();
		for (String bean : this.beanFactory.getBeanNamesForType(ApplicationListener.class, true, false)) {
			boolean isMade = this.beanFactory.containsSingleton(bean) && !this.beanFactory.isCurrentlyInCreation(bean);
			if (!isMade && !make(bean)) {
				logger.debug("The listener '" + bean + "' waits until the revisions have run, and does not hear of it");
				waiting.add(bean);
			}
		}
		return waiting;
	}

	private boolean make(String bean) {
		Class<?> event = eventType(bean);
		if (MigrationEvent.class.isAssignableFrom(event)) {
			this.participants.make("The listener '" + bean + "'", () -> this.beanFactory.getBean(bean));
			return true;
		}
		boolean isForAnyEvent = event.isAssignableFrom(MigrationEvent.class);
		return !isForAnyEvent || this.participants.makeUnlessWaiting(bean);
	}

	/**
	 * A lambda has lost the type of its event, and the method that makes it has not.
	 */
	private Class<?> eventType(String bean) {
		Class<?> type = this.beanFactory.getType(bean);
		Class<?> event = (type != null) ? eventType(ResolvableType.forClass(type)) : ApplicationEvent.class;
		if (event != ApplicationEvent.class || !this.beanFactory.containsBeanDefinition(bean)) {
			return event;
		}
		BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(bean);
		return eventType(definition.getResolvableType());
	}

	private static Class<?> eventType(ResolvableType listener) {
		return listener.as(ApplicationListener.class).getGeneric().resolve(ApplicationEvent.class);
	}

}
