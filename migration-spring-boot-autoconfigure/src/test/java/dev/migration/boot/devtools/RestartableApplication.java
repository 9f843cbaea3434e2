package dev.migration.boot.devtools;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migration.test.CompiledText;
import dev.migration.test.TestDatabase;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application in a folder of classes, that runs with Devtools in a process of its own.
 * The library is in jars for it, as far as Devtools knows.
 */
final class RestartableApplication implements AutoCloseable {

	/**
	 * From its third start on it waits for the class loader of the start before to go.
	 * That of the first one stays, as Spring Boot's own shutdown hook has it.
	 */
	private static final String MAIN = """
			package com.example.restart;

			import java.lang.ref.WeakReference;
			import org.springframework.boot.SpringApplication;
			import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
			import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
			import org.springframework.context.annotation.*;
			import org.springframework.core.type.AnnotationMetadata;
			import dev.migration.boot.autoconfigure.*;

			@Import(RestartApplication.Devtools.class)
			@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class,
					MigratorsAutoConfiguration.class })
			public class RestartApplication {

				public static void main(String[] args) throws Exception {
					SpringApplication.run(RestartApplication.class, args);
					ClassLoader own = RestartApplication.class.getClassLoader();
					Object former = System.getProperties().put("loader", new WeakReference<>(own));
					System.out.println("started by " + own.getClass().getSimpleName());
					int starts = Integer.getInteger("starts", 0) + 1;
					System.setProperty("starts", String.valueOf(starts));
					if (starts > 2 && former instanceof WeakReference<?> reference) {
						for (int i = 0; i < 600 && reference.get() != null; i++) {
							System.gc();
							Thread.sleep(50);
						}
						System.out.println((reference.get() == null) ? "the former loader is gone" : "the former loader is kept");
					}
				}

				static class Devtools implements ImportSelector {

					@Override
					public String[] selectImports(AnnotationMetadata metadata) {
						return new String[] { "org.springframework.boot.devtools.autoconfigure.LocalDevToolsAutoConfiguration" };
					}

				}

			}
			""";

	private final Path classes;

	private final Path log;

	private @Nullable Process process;

	private RestartableApplication(Path folder) throws IOException {
		this.classes = Files.createDirectories(folder.resolve("restartable"));
		this.log = folder.resolve("log.txt");
		// Else the folders that the library is built into would belong to the
		// application.
		addFile("META-INF/spring-devtools.properties", "restart.exclude.all=/(?!restartable/)[^/]+/$\n");
		addClass("com/example/restart/RestartApplication", MAIN);
	}

	static RestartableApplication in(Path folder) throws IOException {
		return new RestartableApplication(folder);
	}

	void start(TestDatabase database) throws IOException {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		this.process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:SoftRefLRUPolicyMSPerMB=0", "-cp",
				String.join(File.pathSeparator, this.classes.toString(), System.getProperty("devtools.jar"), classPath),
				"com.example.restart.RestartApplication", "--spring.datasource.url=" + database.jdbcUrl(),
				"--migration.locations=classpath:db/restart", "--spring.main.web-application-type=none",
				"--spring.main.keep-alive=true", "--spring.devtools.restart.poll-interval=100ms",
				"--spring.devtools.restart.quiet-period=50ms")
			.redirectErrorStream(true)
			.redirectOutput(this.log.toFile())
			.start();
	}

	void addFile(String path, String text) throws IOException {
		Path file = this.classes.resolve(path);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

	void addClass(String name, String text) {
		assertThat(CompiledText.compile(List.of(new CompiledText(name, name, text)), this.classes)).isEmpty();
	}

	String output() throws IOException {
		return Files.readString(this.log);
	}

	@Override
	public void close() {
		if (this.process != null) {
			this.process.destroy();
			this.process.onExit().join();
		}
	}

}
