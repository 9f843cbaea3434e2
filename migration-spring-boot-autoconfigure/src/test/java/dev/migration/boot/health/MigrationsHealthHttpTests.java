package dev.migration.boot.health;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import dev.migration.Migrators;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Health as a Kubernetes probe meets it: over HTTP, on a real server.
 */
class MigrationsHealthHttpTests {

	@Test
	void aProbeIsNotReadyAsLongAsRevisionsArePending() throws Exception {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		try (ConfigurableApplicationContext context = SpringApplication.run(WebApplication.class, "--server.port=0",
				"--server.address=127.0.0.1", "--spring.datasource.url=" + database.jdbcUrl(), "--migration.target=+1",
				"--management.health.migrations.enabled=true", "--migration.health.pending-status=OUT_OF_SERVICE",
				"--management.endpoint.health.probes.enabled=true",
				"--management.endpoint.health.group.readiness.include=readinessState,migrations",
				"--management.endpoint.health.group.readiness.show-details=always", "--spring.main.banner-mode=off")) {
			HttpResponse<String> pending = readiness(context);
			assertThat(pending.statusCode()).isEqualTo(503);
			assertThat(pending.body()).contains("\"migrations\":{\"details\":{\"database\":\"SQLite",
					"\"current\":[\"1a2b3c4d5e6f\"],\"heads\":[\"2b3c4d5e6f70\"],\"pending\":1",
					"\"state\":\"pending\"", "\"status\":\"OUT_OF_SERVICE\"");
			context.getBean(Migrators.class).primary().upgrade("head");
			assertThat(readiness(context).statusCode()).isEqualTo(200);
		}
	}

	private static HttpResponse<String> readiness(ConfigurableApplicationContext context) throws Exception {
		int port = ((WebServerApplicationContext) context).getWebServer().getPort();
		URI uri = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = { HibernateJpaAutoConfiguration.class,
			DataJpaRepositoriesAutoConfiguration.class, JooqAutoConfiguration.class })
	static class WebApplication {

	}

}
