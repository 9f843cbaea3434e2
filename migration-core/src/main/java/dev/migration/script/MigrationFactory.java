package dev.migration.script;

import java.lang.reflect.Constructor;

import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.BeanUtils;

import dev.migration.InvalidRevisionException;
import dev.migration.Migration;

/**
 * Makes the body of a revision from its class.
 */
@FunctionalInterface
public interface MigrationFactory {

	/**
	 * Make a body.
	 * @param type the class
	 * @return the body
	 */
	Migration create(Class<? extends Migration> type);

	/**
	 * Return a factory for classes whose constructor takes no argument. Class and
	 * constructor need not be public.
	 * @return the factory
	 */
	static MigrationFactory withoutArguments() {
		return (type) -> {
			try {
				Constructor<? extends Migration> constructor = type.getDeclaredConstructor();
				return BeanUtils.instantiateClass(constructor);
			}
			catch (NoSuchMethodException ex) {
				throw new InvalidRevisionException(type.getName(), "its constructor takes arguments",
						"Give it a constructor without any, or run it in a Spring context, which supplies them.");
			}
			catch (BeanInstantiationException ex) {
				throw new InvalidRevisionException(type.getName(), "it cannot be instantiated: " + ex.getMessage(),
						"Mend its constructor.");
			}
		};
	}

}
