package dev.migration.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.StringUtils;

/**
 * The cases that were recorded from Alembic: those in the test resources, or those in the
 * folder of the system property {@code conformance.dir}. A file has one case a line.
 */
public final class ConformanceCases {

	private final List<Path> files;

	private ConformanceCases(List<Path> files) {
		this.files = files;
	}

	/**
	 * Find the cases of a kind.
	 * @param kind what the names of their files begin with: {@code graphs}, {@code batch}
	 * or {@code autogen}
	 * @return the cases
	 */
	public static ConformanceCases of(String kind) {
		try (Stream<Path> files = Files.list(folder())) {
			return new ConformanceCases(
					files.filter((file) -> file.getFileName().toString().matches(kind + ".*\\.jsonl(\\.gz)?"))
						.sorted()
						.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path folder() {
		String folder = System.getProperty("conformance.dir");
		if (StringUtils.hasText(folder)) {
			return Path.of(folder);
		}
		try {
			return Path.of(ConformanceCases.class.getResource("/conformance").toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return whether the folder has no cases of the kind.
	 * @return whether there is nothing to test
	 */
	public boolean isEmpty() {
		return this.files.isEmpty();
	}

	/**
	 * Hand each case to a test, one at a time: a set may be larger than the memory.
	 * @param test the test
	 * @throws Exception what the test throws
	 */
	public void forEach(Test test) throws Exception {
		JsonMapper json = new JsonMapper();
		for (Path file : this.files) {
			try (BufferedReader reader = open(file)) {
				for (String line = reader.readLine(); line != null; line = reader.readLine()) {
					test.judge(json.readTree(line));
				}
			}
		}
	}

	private static BufferedReader open(Path file) throws IOException {
		InputStream in = Files.newInputStream(file);
		return new BufferedReader(new InputStreamReader(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
				StandardCharsets.UTF_8));
	}

	/**
	 * Judges a case.
	 */
	public interface Test {

		/**
		 * Judge a case.
		 * @param json the case
		 * @throws Exception if it cannot be judged
		 */
		void judge(JsonNode json) throws Exception;

	}

}
