package dev.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what an entity's table or an attribute's column was called before, so that
 * {@code revision --autogenerate} renames it and keeps its values. It may stay when the
 * revision is written: it then does nothing.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.FIELD, ElementType.METHOD })
public @interface RenamedFrom {

	/**
	 * The name of the table or column in the database, or the name that the entity or
	 * attribute had in the code, from which the old name follows by the naming strategy.
	 * @return the old names, latest first; more than one if it was renamed more than once
	 */
	String[] value();

}
