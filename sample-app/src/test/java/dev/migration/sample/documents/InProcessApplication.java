package dev.migration.sample.documents;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import dev.migration.Migrators;
import dev.migration.boot.jpa.ClosedEntityManagers;
import dev.migration.cli.CliEnvironment;
import dev.migration.cli.MigrateCli;
import dev.migration.project.ProjectSettings;
import dev.migration.project.Projects;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.util.ClassUtils;

/**
 * An application and its commands, run in this process. A command gets a context of the
 * application as command mode makes it, lazy and without a web server.
 *
 * @param mainClass the main class
 * @param classLoader where it is
 * @param folder the folder of its project
 * @param databaseUrl its {@code DATABASE_URL}
 */
record InProcessApplication(String mainClass, ClassLoader classLoader, Path folder, String databaseUrl) {

	private static final List<String> LAZY = List.of("--migration.on-startup=none",
			"--spring.jpa.hibernate.ddl-auto=none", "--spring.main.web-application-type=none",
			"--spring.main.lazy-initialization=true", "--spring.main.banner-mode=off", "--logging.level.root=warn");

	/**
	 * Run {@code migrate}.
	 * @param arguments its arguments
	 * @return what it prints, errors too
	 */
	String migrate(List<String> arguments) throws Exception {
		return inItsClassLoader(() -> {
			StringWriter printed = new StringWriter();
			PrintWriter writer = new PrintWriter(printed);
			try (Databases databases = new Databases()) {
				CliEnvironment environment = CliEnvironment.of(databases::open, writer, writer)
					.withMainClass(this.mainClass)
					.withProjects(Projects.of(ProjectSettings.builder().baseDirectory(this.folder).build()));
				new MigrateCli(environment).run(arguments.toArray(String[]::new));
			}
			return printed.toString();
		});
	}

	/**
	 * Start the application on a free port.
	 * @param arguments its arguments
	 * @return its context
	 */
	ConfigurableApplicationContext start(String... arguments) throws Exception {
		List<String> all = Stream
			.concat(Stream.of(arguments), Stream.of("--server.port=0", "--server.address=127.0.0.1"))
			.toList();
		return inItsClassLoader(() -> builder().run(withDatabase(all)));
	}

	private <T> T inItsClassLoader(Callable<T> work) throws Exception {
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(this.classLoader);
		try {
			return work.call();
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	private SpringApplicationBuilder builder() {
		return new SpringApplicationBuilder(ClassUtils.resolveClassName(this.mainClass, this.classLoader))
			.resourceLoader(new DefaultResourceLoader(this.classLoader))
			.registerShutdownHook(false);
	}

	private String[] withDatabase(List<String> arguments) {
		return Stream.concat(arguments.stream(), Stream.of("--DATABASE_URL=" + this.databaseUrl))
			.toArray(String[]::new);
	}

	/**
	 * What a command opens when it asks for a database.
	 */
	private final class Databases implements AutoCloseable {

		private @Nullable ConfigurableApplicationContext context;

		Migrators open() {
			this.context = builder()
				.initializers((context) -> context.addBeanFactoryPostProcessor(new ClosedEntityManagers()))
				.run(withDatabase(LAZY));
			return this.context.getBean(Migrators.class);
		}

		@Override
		public void close() {
			if (this.context != null) {
				this.context.close();
			}
		}

	}

}
