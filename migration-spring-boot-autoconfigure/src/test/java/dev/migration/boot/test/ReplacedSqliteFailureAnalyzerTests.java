package dev.migration.boot.test;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.test.context.TestContextManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the console shows when a slice does not start for want of an embedded database.
 */
@ExtendWith(OutputCaptureExtension.class)
class ReplacedSqliteFailureAnalyzerTests {

	@Test
	void onSqliteItIsExplained(CapturedOutput output) throws Exception {
		startWithoutEmbeddedDatabase(OnSqlite.class);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The test runs on an embedded database in place of the configured one, which is SQLite.")
			.contains("Set 'spring.test.database.replace=none'");
	}

	@Test
	void onAnotherDatabaseTheAdviceOfSpringBootStands(CapturedOutput output) throws Exception {
		startWithoutEmbeddedDatabase(OnPostgresql.class);
		assertThat(output).contains("Failed to replace DataSource with an embedded database").doesNotContain("SQLite");
	}

	@Test
	void anotherFailureOnSqliteIsNotExplained() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("test", Map.of("spring.datasource.url", "jdbc:sqlite:test.db")));
		assertThat(new ReplacedSqliteFailureAnalyzer(environment)
			.analyze(new IllegalStateException("Something else", new IllegalStateException()))).isNull();
	}

	/**
	 * Boot looks for embedded databases where its own classes are.
	 */
	private static void startWithoutEmbeddedDatabase(Class<?> slice) throws Exception {
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		try (URLClassLoader classLoader = new URLClassLoader(classPathWithout("h2", "derby", "hsqldb"),
				ClassLoader.getPlatformClassLoader())) {
			Thread.currentThread().setContextClassLoader(classLoader);
			classLoader.loadClass(Start.class.getName()).getMethod("start", String.class).invoke(null, slice.getName());
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	private static URL[] classPathWithout(String... artifacts) throws MalformedURLException {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		List<URL> urls = new ArrayList<>();
		for (String entry : classPath.split(File.pathSeparator)) {
			File file = new File(entry);
			boolean isEmbedded = List.of(artifacts)
				.stream()
				.anyMatch((artifact) -> file.getName().matches(artifact + "-[0-9].*\\.jar"));
			if (!isEmbedded) {
				urls.add(file.toURI().toURL());
			}
		}
		return urls.toArray(URL[]::new);
	}

	/**
	 * Starts the context of a test, and lets it fail.
	 */
	public static class Start {

		public static void start(String testClass) throws Exception {
			try {
				new TestContextManager(Class.forName(testClass, true, Thread.currentThread().getContextClassLoader()))
					.getTestContext()
					.getApplicationContext();
			}
			catch (IllegalStateException ex) {
				return;
			}
			throw new IllegalStateException("It has started");
		}

	}

	@JdbcTest(properties = "spring.datasource.url=jdbc:sqlite:target/never-opened.db")
	static class OnSqlite {

	}

	@JdbcTest(properties = "spring.datasource.url=jdbc:postgresql://localhost/never_opened")
	static class OnPostgresql {

	}

}
