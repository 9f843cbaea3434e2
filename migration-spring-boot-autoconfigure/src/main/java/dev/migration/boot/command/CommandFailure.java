package dev.migration.boot.command;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

import dev.migration.DatabaseAccessException;

/**
 * Tells why the application could not give a command its database: with Boot's analysis,
 * or in short where there is none.
 */
class CommandFailure {

	private final ConfigurableApplicationContext context;

	CommandFailure(ConfigurableApplicationContext context) {
		this.context = context;
	}

	void report(RuntimeException failure) {
		List<SpringBootExceptionReporter> reporters = SpringFactoriesLoader
			.forDefaultResourceLocation(this.context.getClassLoader())
			.load(SpringBootExceptionReporter.class,
					ArgumentResolver.of(ConfigurableApplicationContext.class, this.context));
		if (reporters.stream().noneMatch((reporter) -> reporter.reportException(failure))) {
			new LoggingFailureAnalysisReporter().report(analyze(failure));
		}
	}

	static FailureAnalysis analyze(RuntimeException failure) {
		String bean = innermostBean(failure);
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		// It knows how to tell what a pool or a driver said without the password.
		DatabaseAccessException described = new DatabaseAccessException(
				(bean != null) ? "The bean '" + bean + "' cannot be made" : "The command cannot run",
				(cause.getMessage() != null) ? cause : new IllegalStateException(cause.toString()));
		return new FailureAnalysis(described.getDescription(),
				"Correct the configuration of the application. Add --stacktrace to see where this comes from. "
						+ "Nothing was run.",
				failure);
	}

	private static @Nullable String innermostBean(Throwable failure) {
		String bean = null;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof BeanCreationException creation && creation.getBeanName() != null) {
				bean = creation.getBeanName();
			}
		}
		return bean;
	}

}
