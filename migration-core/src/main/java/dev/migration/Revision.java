package dev.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The header of a revision that is written in Java. It is read from the class file: the
 * class itself is loaded when its step runs.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Revision {

	/**
	 * The revision id: unique, at most 32 characters, without {@code @ + - :}.
	 * @return the id
	 */
	String id();

	/**
	 * The ids of the revisions that this one comes directly after. None makes it a base,
	 * several make it a merge point.
	 * @return the ids
	 */
	String[] revises() default {};

	/**
	 * Ids or branch labels of revisions on other branches that must be applied before
	 * this one.
	 * @return the ids or labels
	 */
	String[] dependsOn() default {};

	/**
	 * Names for the branch that this revision begins.
	 * @return the labels
	 */
	String[] branchLabels() default {};

	/**
	 * What the revision does, in a few words.
	 * @return the message
	 */
	String message() default "";

	/**
	 * When it was written, in the form of ISO 8601 with an offset, such as
	 * {@code 2026-11-23T10:15:00Z}.
	 * @return the time, or an empty string
	 */
	String created() default "";

	/**
	 * Whether the step runs in a transaction. Without one each operation is committed by
	 * itself, and what was done before a failure stays.
	 * @return {@code false} for what the database cannot do in a transaction
	 */
	boolean transactional() default true;

}
