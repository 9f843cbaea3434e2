package dev.migration.boot.documents;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.migration.boot.autoconfigure.MigrationAutoConfiguration;
import dev.migration.test.CommandLines;
import dev.migration.test.CompiledText;
import dev.migration.test.CurlLine;
import dev.migration.test.Document;
import dev.migration.test.DocumentBlock;
import dev.migration.test.TestDatabase;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What {@code docs/security.md} promises of its examples.
 */
class SecurityDocumentTests {

	private final Document document = Document.of("security.md");

	@TempDir
	private Path classes;

	@Test
	void aViewerLooksAndOnlyAnOperatorTakesBack() throws Exception {
		List<String> lines = CommandLines.of(onlyBlock("shell"));
		withChain(onlyBlock("java").text(), (port) -> {
			assertThat(status(lines.get(0), port)).isEqualTo(200);
			assertThat(status(lines.get(1), port)).isEqualTo(200);
			assertThat(status(lines.get(1).replace("operator:", "viewer:"), port)).isEqualTo(403);
			for (String line : lines) {
				assertThat(status(line.replaceFirst("-u \\S+ ", ""), port)).isEqualTo(401);
			}
		});
	}

	@Test
	void withoutTheExceptionAPostNeedsAToken() throws Exception {
		String text = onlyBlock("java").text();
		String strict = text.replace("\n\t\t.csrf((csrf) -> csrf.disable())", "");
		assertThat(strict).isNotEqualTo(text);
		List<String> lines = CommandLines.of(onlyBlock("shell"));
		withChain(strict, (port) -> {
			assertThat(status(lines.get(0), port)).isEqualTo(200);
			assertThat(status(lines.get(1), port)).isEqualTo(403);
		});
	}

	private void withChain(String text, ThrowingConsumer<Integer> test) throws Exception {
		DocumentBlock block = new DocumentBlock(this.document.name(), 0, "", "java", text);
		assertThat(CompiledText.compile(List.of(new JavaBlock(block).source("Chain")), this.classes)).isEmpty();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.classes.toUri().toURL() },
				getClass().getClassLoader());
				ConfigurableApplicationContext application = start(loader.loadClass("Chain"))) {
			test.accept(((WebServerApplicationContext) application).getWebServer().getPort());
		}
	}

	private static ConfigurableApplicationContext start(Class<?> chain) {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		return new SpringApplicationBuilder(Beans.class, chain).run("--server.port=0", "--server.address=127.0.0.1",
				"--spring.datasource.url=" + database.jdbcUrl(), "--spring.main.banner-mode=off",
				"--management.endpoints.web.exposure.include=migrations",
				"--management.endpoint.migrations.access=unrestricted");
	}

	private static int status(String line, int port) throws Exception {
		return new CurlLine(line).run(port).status();
	}

	@Test
	void theApplicationUsesWhatTheOwnerMakesAndCannotChangeIt() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.POSTGRESQL);
		database.execute(onlyBlock("sql").text());
		JdbcClient application = JdbcClient
			.create(new DriverManagerDataSource(database.jdbcUrl(), "shop_app", "change-me-too"));
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + database.jdbcUrl(), "spring.datasource.username=shop_app",
					"spring.datasource.password=change-me-too", "migration.user=shop_owner",
					"migration.password=change-me")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(database.query("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'"))
					.containsExactly("shop_owner");
				application.sql("INSERT INTO team (id, name) VALUES (1, 'x')").update();
				assertThat(application.sql("SELECT count(*) FROM team").query(Integer.class).single()).isEqualTo(1);
				for (String sql : List.of("CREATE TABLE mine (id integer)", "DROP TABLE team",
						"ALTER TABLE team ADD COLUMN mine integer")) {
					assertThatException().isThrownBy(() -> application.sql(sql).update());
				}
			});
	}

	private DocumentBlock onlyBlock(String language) {
		List<DocumentBlock> blocks = new ArrayList<>(this.document.blocks());
		blocks.removeIf((block) -> !block.language().equals(language));
		assertThat(blocks).as(language).hasSize(1);
		return blocks.get(0);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSecurity
	@EnableAutoConfiguration(
			exclude = { HibernateJpaAutoConfiguration.class, DataJpaRepositoriesAutoConfiguration.class,
					JooqAutoConfiguration.class, JdbcSessionAutoConfiguration.class })
	static class Beans {

		@Bean
		UserDetailsService users() {
			return new InMemoryUserDetailsManager(Map.of("viewer", "VIEWER", "operator", "OPERATOR")
				.entrySet()
				.stream()
				.map((user) -> User.withUsername(user.getKey()).password("{noop}secret").roles(user.getValue()).build())
				.toList());
		}

	}

}
