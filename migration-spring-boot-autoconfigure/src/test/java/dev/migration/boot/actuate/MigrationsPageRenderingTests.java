package dev.migration.boot.actuate;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page as Chromium or Chrome paints it, where one of them is installed. What is in
 * the page is looked at by {@link MigrationsPageTests}, everywhere.
 */
class MigrationsPageRenderingTests {

	private static final int FIRST_LANE = 0x1f6feb;

	private static final int SECOND_LANE = 0xb4489a;

	@TempDir
	private Path folder;

	@Test
	@EnabledIf("hasBrowser")
	void theLanesArePaintedInTheirColoursAndNothingIsBlocked() throws Exception {
		Path image = this.folder.resolve("page.png");
		try (EndpointApplication application = EndpointApplication.start(TestDatabase.create(Kind.SQLITE),
				EndpointApplication.STORES)) {
			assertThat(browse(application.uri("").toString(), image)).doesNotContain("Refused to", "CONSOLE");
		}
		BufferedImage page = ImageIO.read(image.toFile());
		assertThat(pixels(page, FIRST_LANE)).isGreaterThan(100);
		assertThat(pixels(page, SECOND_LANE)).isGreaterThan(100);
	}

	private String browse(String url, Path image) throws IOException, InterruptedException {
		Path log = this.folder.resolve("browser.log");
		Process browser = new ProcessBuilder(browser().orElseThrow(), "--headless", "--no-sandbox", "--disable-gpu",
				"--user-data-dir=" + this.folder.resolve("profile"), "--window-size=1200,900",
				"--force-prefers-color-scheme=light", "--enable-logging=stderr", "--screenshot=" + image, url)
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		try {
			assertThat(browser.waitFor(2, TimeUnit.MINUTES)).isTrue();
		}
		finally {
			browser.destroyForcibly().waitFor();
		}
		return Files.readString(log);
	}

	private static long pixels(BufferedImage page, int colour) {
		int[] all = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
		return Arrays.stream(all).filter((pixel) -> (pixel & 0xffffff) == colour).count();
	}

	static boolean hasBrowser() {
		return browser().isPresent();
	}

	private static Optional<String> browser() {
		List<String> names = List.of("chromium", "chromium-browser", "google-chrome");
		return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
			.flatMap((folder) -> names.stream().map((name) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.map(Path::toString)
			.findFirst();
	}

}
