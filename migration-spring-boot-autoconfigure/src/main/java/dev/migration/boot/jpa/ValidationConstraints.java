package dev.migration.boot.jpa;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;

import jakarta.persistence.ValidationMode;
import org.hibernate.boot.beanvalidation.BeanValidationIntegrator;
import org.hibernate.boot.beanvalidation.IntegrationException;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.boot.spi.SessionFactoryOptions;
import org.hibernate.cfg.ValidationSettings;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

import dev.migration.boot.jpa.EntityManagerFactories.PersistenceUnit;

/**
 * Applies what the constraints of Bean Validation mean for the schema, such as
 * {@code @NotNull} and {@code @Size}. Hibernate does so when it builds a session factory,
 * of which it only uses the services and the options for that.
 */
final class ValidationConstraints {

	private ValidationConstraints() {
	}

	/**
	 * Return the mode in which Hibernate applies the constraints to the schema, and does
	 * nothing else.
	 * @param unit the persistence unit
	 * @return the mode
	 */
	static String mode(PersistenceUnit unit) {
		if (!ClassUtils.isPresent("jakarta.validation.ConstraintViolation", null)) {
			return "none";
		}
		Object configured = unit.properties().get(ValidationSettings.JAKARTA_VALIDATION_MODE);
		if (configured == null) {
			ValidationMode own = unit.info().getValidationMode();
			configured = (own != null) ? own : ValidationMode.AUTO;
		}
		String mode = configured.toString().toLowerCase(Locale.ROOT);
		return (mode.contains("auto") || mode.contains("ddl")) ? "ddl" : "none";
	}

	static void apply(MetadataImplementor metadata) {
		ServiceRegistry services = metadata.getMetadataBuildingOptions().getServiceRegistry();
		SessionFactoryServiceRegistry registry = proxy(SessionFactoryServiceRegistry.class,
				(proxy, method, arguments) -> invoke(services, method, arguments));
		SessionFactoryOptions options = proxy(SessionFactoryOptions.class, (proxy, method, arguments) -> null);
		SessionFactoryImplementor sessionFactory = proxy(SessionFactoryImplementor.class,
				(proxy, method, arguments) -> switch (method.getName()) {
					case "getServiceRegistry" -> registry;
					case "getSessionFactoryOptions" -> options;
					default -> throw new IllegalStateException("There is no session factory to ask for " + method);
				});
		try {
			new BeanValidationIntegrator().integrate(metadata, (BootstrapContext) null, sessionFactory);
		}
		catch (IntegrationException ex) {
			if (!isWithoutProvider(ex)) {
				throw ex;
			}
		}
	}

	/**
	 * Without a provider on the class path there are no constraints to apply.
	 */
	private static boolean isWithoutProvider(@Nullable Throwable failure) {
		return failure != null && (failure.getClass().getSimpleName().equals("NoProviderFoundException")
				|| isWithoutProvider(failure.getCause()));
	}

	private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments) {
		return (arguments != null) ? ReflectionUtils.invokeMethod(method, target, arguments)
				: ReflectionUtils.invokeMethod(method, target);
	}

	private static <T> T proxy(Class<T> type, InvocationHandler handler) {
		return type.cast(
				Proxy.newProxyInstance(ValidationConstraints.class.getClassLoader(), new Class<?>[] { type }, handler));
	}

}
