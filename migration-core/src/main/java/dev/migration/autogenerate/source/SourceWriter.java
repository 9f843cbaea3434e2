package dev.migration.autogenerate.source;

import org.jspecify.annotations.Nullable;

import dev.migration.CustomOperation;

/**
 * Writes the operations that an application has added to the vocabulary, as only it knows
 * how they are made.
 */
@FunctionalInterface
public interface SourceWriter {

	/**
	 * Write an operation as Java, such as
	 * {@code op.invoke(new RefreshStatistics("team"));}.
	 * @param operation the operation
	 * @return the statement, or {@code null} if this writer does not know the operation
	 */
	@Nullable JavaStatement write(CustomOperation operation);

}
