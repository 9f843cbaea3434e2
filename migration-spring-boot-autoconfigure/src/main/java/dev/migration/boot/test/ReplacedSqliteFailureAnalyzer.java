package dev.migration.boot.test;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

/**
 * Explains why a slice such as {@code @DataJpaTest} does not start on SQLite. Spring Boot
 * wants to replace the {@code DataSource} by an embedded database, which SQLite is not to
 * it, and its own advice does not say so.
 */
class ReplacedSqliteFailureAnalyzer implements FailureAnalyzer {

	private static final String FAILURE = "Failed to replace DataSource with an embedded database";

	private final Environment environment;

	ReplacedSqliteFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			String message = cause.getMessage();
			if (cause instanceof IllegalStateException && message != null && message.startsWith(FAILURE)) {
				return isSqlite() ? analysis(cause) : null;
			}
		}
		return null;
	}

	private boolean isSqlite() {
		return this.environment.getProperty("spring.datasource.url", "").startsWith("jdbc:sqlite:");
	}

	private static FailureAnalysis analysis(Throwable cause) {
		return new FailureAnalysis("The test runs on an embedded database in place of the configured one, which is "
				+ "SQLite. To Spring Boot SQLite is no embedded database, and there is no other on the class path.",
				"Set 'spring.test.database.replace=none', so that the test runs on SQLite, and give it a file of its "
						+ "own, such as 'spring.datasource.url=jdbc:sqlite:target/test.db'. Or add the dependency "
						+ "'com.h2database:h2' with the scope 'test', and it runs on H2.",
				cause);
	}

}
