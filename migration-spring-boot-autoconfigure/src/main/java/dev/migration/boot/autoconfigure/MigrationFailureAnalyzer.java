package dev.migration.boot.autoconfigure;

import dev.migration.MigrationException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/**
 * Renders every {@link MigrationException}. It knows no single error: each carries its
 * own description and its own advice. It is asked before those of Spring Boot, which
 * would render a cause of it: a bean is missing, and not what for.
 */
@Order(0)
class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<MigrationException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MigrationException cause) {
		return new FailureAnalysis(cause.getDescription(), cause.getAction(), cause);
	}

}
