package dev.migration.dialect.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import dev.migration.dialect.RenderContext;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.Schema;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Every definition of the recorded cases is read as a schema that is its own canonical
 * form: what was read and is written and read again is the same.
 */
class SqliteInspectionConformanceTests {

	private final SqliteDialect dialect = new SqliteDialect();

	private final RenderContext context = RenderContext.offline(this.dialect.offlineVersion(),
			NamingConvention.DEFAULT);

	@Test
	void whatIsReadIsItsOwnCanonicalForm() throws Exception {
		List<Path> files = files();
		assumeThat(files).isNotEmpty();
		JsonMapper json = new JsonMapper();
		for (Path file : files) {
			try (BufferedReader reader = open(file)) {
				for (String line = reader.readLine(); line != null; line = reader.readLine()) {
					check(json.readTree(line));
				}
			}
		}
	}

	private void check(JsonNode test) throws SQLException {
		if (!test.path("dialect").asString("sqlite").equals("sqlite")) {
			return;
		}
		List<String> creation = new ArrayList<>();
		(test.has("create") ? test.get("create") : test.path("database"))
			.forEach((statement) -> creation.add(statement.asString()));
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
				Statement statement = connection.createStatement()) {
			for (String sql : creation) {
				statement.execute(sql);
			}
			Schema inspected = this.dialect.inspector().inspect(connection, List.of());
			assertThat(this.dialect.inspector().canonical(connection, inspected, this.context))
				.as(() -> test.get("id") + " " + creation)
				.isEqualTo(inspected);
		}
	}

	private static List<Path> files() throws Exception {
		String folder = System.getProperty("conformance.dir");
		Path root = StringUtils.hasText(folder) ? Path.of(folder)
				: Path.of(SqliteInspectionConformanceTests.class.getResource("/conformance").toURI());
		try (Stream<Path> files = Files.list(root)) {
			return files.filter((file) -> file.getFileName().toString().matches("(batch|autogen).*\\.jsonl(\\.gz)?"))
				.sorted()
				.toList();
		}
	}

	private static BufferedReader open(Path file) throws IOException {
		InputStream in = Files.newInputStream(file);
		return new BufferedReader(new InputStreamReader(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
				StandardCharsets.UTF_8));
	}

}
