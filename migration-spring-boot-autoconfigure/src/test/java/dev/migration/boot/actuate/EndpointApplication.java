package dev.migration.boot.actuate;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.migration.test.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * An application with the endpoint, that runs on a real server.
 */
final class EndpointApplication implements AutoCloseable {

	static final String UNRESTRICTED = "--management.endpoint.migrations.access=unrestricted";

	static final String STORES = "--migration.locations=classpath:db/stores";

	private final ConfigurableApplicationContext context;

	private final HttpClient client = HttpClient.newHttpClient();

	private EndpointApplication(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static EndpointApplication start(TestDatabase database, String... arguments) {
		return start(database, (application) -> {
		}, arguments);
	}

	static EndpointApplication start(TestDatabase database, Consumer<SpringApplicationBuilder> customizer,
			String... arguments) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(Beans.class);
		customizer.accept(application);
		return new EndpointApplication(application.run(arguments(database, arguments)));
	}

	static String[] arguments(TestDatabase database, String... more) {
		List<String> all = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1",
				"--spring.datasource.url=" + database.jdbcUrl(), "--spring.datasource.username=" + database.user(),
				"--spring.datasource.password=" + database.password(), "--spring.main.banner-mode=off",
				"--management.endpoints.web.exposure.include=migrations", "--migration.target=heads"));
		all.addAll(List.of(more));
		return all.toArray(String[]::new);
	}

	/**
	 * Return the arguments for two databases: {@code stores}, and {@code audit}.
	 */
	static String[] several(TestDatabase audit, String... more) {
		return Stream
			.concat(Stream.of("--migration.databases.stores.data-source=dataSource",
					"--migration.databases.stores.locations=classpath:db/stores",
					"--migration.databases.audit.url=" + audit.databaseUrl(),
					"--migration.databases.audit.locations=classpath:db/audit"), Stream.of(more))
			.toArray(String[]::new);
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	int port() {
		return ((WebServerApplicationContext) this.context).getWebServer().getPort();
	}

	URI uri(String path) {
		return URI.create("http://127.0.0.1:" + port() + "/actuator/migrations" + path);
	}

	HttpResponse<String> get(String path, String... headers) {
		return send(HttpRequest.newBuilder(uri(path)), headers);
	}

	JsonNode read(String path) {
		return json(get(path));
	}

	HttpResponse<String> post(String path, String body, String... headers) {
		return send(HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body)), headers);
	}

	static JsonNode json(HttpResponse<String> response) {
		return JsonMapper.shared().readTree(response.body());
	}

	private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
		try {
			HttpRequest.Builder complete = (headers.length > 0) ? request.headers(headers) : request;
			return this.client.send(complete.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(
			exclude = { HibernateJpaAutoConfiguration.class, DataJpaRepositoriesAutoConfiguration.class,
					JooqAutoConfiguration.class, JdbcSessionAutoConfiguration.class })
	static class Beans {

	}

}
