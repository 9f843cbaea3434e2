package dev.migration.boot.actuate;

import java.io.IOException;
import java.util.List;

import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

import static dev.migration.boot.actuate.EndpointApplication.STORES;
import static dev.migration.boot.actuate.EndpointApplication.UNRESTRICTED;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page, in a browser.
 */
class MigrationsPageTests {

	private static final String NONE = "--migration.on-startup=none";

	@Test
	void showsTheGraphAndTheHistory() throws IOException {
		try (EndpointApplication application = EndpointApplication.start(TestDatabase.create(Kind.SQLITE), STORES,
				UNRESTRICTED, "--migration.endpoint.downgrade-floor=f0000002"); WebClient browser = browser()) {
			application.post("/downgrade", "{\"target\": \"billing@-1\", \"reason\": \"a <drill>\"}");
			HtmlPage page = browser.getPage(application.uri("").toURL());
			assertThat(texts(page, ".summary")).containsExactly("at f0000004 – 1 pending");
			assertThat(texts(page, ".graph li .top")).containsExactlyInAnyOrder("f0000004 applied current head search",
					"f0000003 pending head billing", "f0000002 applied floor", "f0000001 applied");
			assertThat(page.querySelectorAll(".graph svg circle.node")).hasSize(4);
			assertThat(page.querySelectorAll(".graph svg circle[stroke-dasharray]")).hasSize(1);
			assertThat(page.querySelectorAll(".graph svg circle.ring")).hasSize(1);
			assertThat(page.querySelectorAll(".graph svg path.line")).hasSize(4);
			assertThat(texts(page, "tbody tr td:nth-child(2)")).first().isEqualTo("downgrade");
			assertThat(texts(page, "tbody tr td:nth-child(3)")).first()
				.isEqualTo("f0000003 create invoice\nReason: a <drill>");
			assertThat(texts(page, "tbody tr")).hasSize(5);
		}
	}

	@Test
	void whatARevisionSaysIsTextAndNothingElse() throws IOException {
		try (EndpointApplication application = EndpointApplication.start(TestDatabase.create(Kind.SQLITE), STORES);
				WebClient browser = browser()) {
			HtmlPage page = browser.getPage(application.uri("").toURL());
			assertThat(texts(page, ".message")).contains("add <script>document.title = 'taken'</script> & \"note\"");
			assertThat(page.getTitleText()).isEqualTo("Migrations");
			assertThat(page.getElementsByTagName("script")).isEmpty();
		}
	}

	@Test
	void needsNoScriptAndLoadsNothing() throws IOException {
		try (EndpointApplication application = EndpointApplication.start(TestDatabase.create(Kind.SQLITE), STORES);
				WebClient browser = browser()) {
			HtmlPage page = browser.getPage(application.uri("").toURL());
			String html = page.getWebResponse().getContentAsString();
			assertThat(page.querySelectorAll("[style], [onclick], script, iframe, img, link[rel=stylesheet]"))
				.isEmpty();
			assertThat(html).contains("default-src 'none'; style-src 'unsafe-inline'")
				.doesNotContain("http://", "https://", "@import", "url(");
		}
	}

	@Test
	void aRevisionLeadsToAllThatIsKnownOfIt() throws IOException {
		TestDatabase audit = TestDatabase.create(Kind.SQLITE);
		try (EndpointApplication application = EndpointApplication.start(TestDatabase.create(Kind.SQLITE),
				EndpointApplication.several(audit, "--management.endpoints.web.base-path=/ops",
						"--management.endpoints.web.path-mapping.migrations=db/revisions"));
				WebClient browser = browser()) {
			HtmlPage page = browser.getPage("http://127.0.0.1:" + application.port() + "/ops/db/revisions");
			assertThat(texts(page, "h2")).containsExactly("stores", "audit");
			HtmlAnchor link = page.getAnchorByText("0e1");
			assertThat(link.click().getWebResponse().getContentAsString()).startsWith("{\"revision\":\"0e1\"");
		}
	}

	@Test
	void aDatabaseThatCannotBeShownDoesNotHideTheOthers() throws IOException {
		TestDatabase audit = TestDatabase.create(Kind.SQLITE);
		try (EndpointApplication application = EndpointApplication.start(TestDatabase.create(Kind.SQLITE),
				EndpointApplication.several(audit)); WebClient browser = browser()) {
			audit.execute("ALTER TABLE migration_version RENAME COLUMN version_num TO gone");
			browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
			HtmlPage page = browser.getPage(application.uri("").toURL());
			assertThat(page.getWebResponse().getStatusCode()).isEqualTo(503);
			assertThat(texts(page, ".error")).singleElement().asString().contains("The database refused");
			assertThat(texts(page, ".summary")).singleElement().asString().contains("up to date");
		}
	}

	@Test
	void aNewDatabaseSaysThatNothingWasDone() throws IOException {
		try (EndpointApplication application = EndpointApplication.start(TestDatabase.create(Kind.SQLITE), STORES,
				NONE); WebClient browser = browser()) {
			HtmlPage page = browser.getPage(application.uri("").toURL());
			assertThat(texts(page, ".summary")).containsExactly("at base – 4 pending");
			assertThat(page.getBody().asNormalizedText()).contains("Nothing was executed yet.");
		}
	}

	@Test
	void marksWhatIsAheadAndWhatNobodyKnows() throws IOException {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		EndpointApplication.start(database, STORES).close();
		database.execute("INSERT INTO migration_version VALUES ('lost')");
		try (EndpointApplication application = EndpointApplication.start(database,
				"--migration.locations=classpath:db/orders", NONE); WebClient browser = browser()) {
			HtmlPage page = browser.getPage(application.uri("").toURL());
			assertThat(texts(page, ".mark.unknown")).hasSize(3);
			assertThat(page.querySelectorAll("svg rect.node")).hasSize(3);
			database.execute("DELETE FROM migration_version WHERE version_num = 'lost'");
			page = browser.getPage(application.uri("").toURL());
			assertThat(texts(page, ".mark.ahead")).hasSize(4);
			assertThat(page.querySelectorAll("svg path.node")).hasSize(4);
			HtmlAnchor link = page.getAnchorByText("f0000003");
			assertThat(link.click().getWebResponse().getContentAsString()).contains("\"state\":\"ahead\"",
					"\"downgrade\":{\"statements\":[\"DROP TABLE invoice\"]}");
		}
	}

	private static WebClient browser() {
		WebClient browser = new WebClient();
		browser.addRequestHeader("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
		return browser;
	}

	private static List<String> texts(HtmlPage page, String selector) {
		return page.querySelectorAll(selector).stream().map(DomNode::asNormalizedText).toList();
	}

}
