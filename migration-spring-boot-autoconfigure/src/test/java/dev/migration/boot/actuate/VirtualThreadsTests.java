package dev.migration.boot.actuate;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.migration.MigrationHook;
import dev.migration.MigrationRun;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that run on virtual threads, more of them than there are connections.
 */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsTests {

	private static final int CALLERS = 8;

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void ofManyThatWantTheSameOneDoesItAndTheOthersAreTold(TestDatabase.Kind kind) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		try (EndpointApplication application = start(database)) {
			List<String> heads = current(database);
			assertThat(application.post("/downgrade", "{\"target\": \"f0000002\"}").statusCode()).isEqualTo(200);
			assertOnlyOne(
					together(application, "/downgrade", "{\"target\": \"-1\", \"expectedCurrent\": \"f0000002\"}"));
			assertThat(current(database)).containsExactly("f0000001");
			assertOnlyOne(
					together(application, "/upgrade", "{\"target\": \"heads\", \"expectedCurrent\": \"f0000001\"}"));
			assertThat(current(database)).containsExactlyInAnyOrderElementsOf(heads);
			assertThat(application.context().getBean(Threads.class).seen).isNotEmpty()
				.allMatch((thread) -> thread.startsWith("VirtualThread"));
		}
	}

	private static void assertOnlyOne(List<HttpResponse<String>> answers) {
		assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 409).containsOnlyOnce(200);
		assertThat(answers).filteredOn((answer) -> answer.statusCode() == 409)
			.allSatisfy((answer) -> assertThat(answer.body()).contains("as expected"));
	}

	private static List<HttpResponse<String>> together(EndpointApplication application, String path, String body)
			throws Exception {
		CyclicBarrier barrier = new CyclicBarrier(CALLERS);
		Callable<HttpResponse<String>> call = () -> {
			barrier.await();
			return application.post(path, body);
		};
		ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
		try {
			List<HttpResponse<String>> answers = new ArrayList<>();
			for (Future<HttpResponse<String>> answer : threads.invokeAll(Collections.nCopies(CALLERS, call))) {
				answers.add(answer.get());
			}
			return answers;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static EndpointApplication start(TestDatabase database) {
		EndpointApplication application = EndpointApplication.start(database,
				(builder) -> builder.sources(Threads.class), EndpointApplication.STORES,
				EndpointApplication.UNRESTRICTED, "--spring.threads.virtual.enabled=true",
				"--spring.datasource.hikari.maximum-pool-size=2");
		application.context().getBean(Threads.class).seen.clear();
		return application;
	}

	private static List<String> current(TestDatabase database) {
		return database.query("SELECT version_num FROM migration_version");
	}

	@Configuration(proxyBeanMethods = false)
	static class Threads {

		private final List<String> seen = new CopyOnWriteArrayList<>();

		@Bean
		MigrationHook threadHook() {
			return new MigrationHook() {

				@Override
				public void beforeRun(MigrationRun run) {
					Threads.this.seen.add(Thread.currentThread().toString());
				}

			};
		}

	}

}
