package dev.migration.boot.env;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what the console shows when {@code DATABASE_URL} does not work.
 */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseUrlFailureAnalysisTests {

	@Test
	void brokenUrlIsShownMaskedWithTheAcceptedForms(CapturedOutput output) {
		assertThatExceptionOfType(InvalidDatabaseUrlException.class).isThrownBy(
				() -> application().run("--DATABASE_URL=postgresql://user:se@cret%@host:5432/db?password=secret"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("DATABASE_URL is 'postgresql://user:***@host:5432/db?***', which cannot be understood: "
					+ "the password holds a '%' that two hexadecimal digits do not follow (a '%' itself is %25).")
			.contains("sqlite:///./name.db")
			.contains("postgresql://user:password@host:5432/name?sslmode=require")
			.contains("SPRING_DATASOURCE_URL")
			.doesNotContain("cret")
			.doesNotContain("\tat ");
	}

	@Test
	void unknownSchemeIsNamed(CapturedOutput output) {
		assertThatExceptionOfType(InvalidDatabaseUrlException.class)
			.isThrownBy(() -> application().run("--DATABASE_URL=mongodb://user:secret@host/db"));
		assertThat(output).contains("the scheme 'mongodb' is not known").doesNotContain("secret");
	}

	@Test
	void missingDriverIsNamedWithItsDependency(CapturedOutput output) {
		assertThatExceptionOfType(DatabaseDriverMissingException.class)
			.isThrownBy(() -> applicationWithout("com.mysql.").run("--DATABASE_URL=mysql://user:secret@host/db"));
		assertThat(output).contains(
				"DATABASE_URL asks for MYSQL, but its JDBC driver com.mysql.cj.jdbc.Driver is not on the class path.")
			.contains("Add the dependency 'com.mysql:mysql-connector-j'")
			.doesNotContain("secret");
	}

	@ParameterizedTest
	@CsvSource({ "org.mariadb., mariadb://user:secret@host/db, org.mariadb.jdbc:mariadb-java-client",
			"org.h2., h2:mem:shop;PASSWORD=secret, com.h2database:h2" })
	void dependencyOfEachDriverIsNamed(String driverPackage, String url, String dependency, CapturedOutput output) {
		assertThatExceptionOfType(DatabaseDriverMissingException.class)
			.isThrownBy(() -> applicationWithout(driverPackage).run("--DATABASE_URL=" + url));
		assertThat(output).contains("Add the dependency '" + dependency + "'").doesNotContain("secret");
	}

	@Test
	void driverIsLookedForInTheClassLoaderOfTheApplication() {
		assertThatExceptionOfType(DatabaseDriverMissingException.class)
			.isThrownBy(
					() -> applicationWithout("org.postgresql.").run("--DATABASE_URL=postgres://user:secret@host/db"))
			.withMessageContaining("org.postgresql.Driver");
	}

	private static SpringApplication application() {
		SpringApplication application = new SpringApplication(Empty.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		return application;
	}

	private static SpringApplication applicationWithout(String driverPackage) {
		SpringApplication application = application();
		application.setResourceLoader(new DefaultResourceLoader(new FilteredClassLoader(driverPackage)));
		return application;
	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

}
