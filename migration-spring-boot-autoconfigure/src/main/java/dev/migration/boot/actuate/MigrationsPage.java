package dev.migration.boot.actuate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.function.SingletonSupplier;

import dev.migration.MigrationException;
import dev.migration.boot.actuate.MigrationsDescriptors.DatabaseDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.ErrorDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.RevisionDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.StepDescriptor;
import dev.migration.boot.actuate.MigrationsEndpoint.Database;

/**
 * What the endpoint shows, as a page for people: one document without a script, that
 * loads nothing. It must be shown when a database cannot be.
 */
final class MigrationsPage {

	static final String TEMPLATE = "dev/migration/boot/actuate/migrations.html";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private final Supplier<String> path;

	private final Supplier<Template> template = SingletonSupplier.of(MigrationsPage::template);

	MigrationsPage(Supplier<String> path) {
		this.path = path;
	}

	/**
	 * Values are escaped unless the template says otherwise, which it does nowhere.
	 */
	private static Template template() {
		try (InputStream in = new ClassPathResource(TEMPLATE, MigrationsPage.class.getClassLoader()).getInputStream()) {
			return Mustache.compiler()
				.escapeHTML(true)
				.emptyStringIsFalse(true)
				.defaultValue("")
				.compile(new String(in.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the page.
	 * @param contexts the databases by name, by the id of their context
	 * @return the page, with the status of the first database that cannot be shown
	 */
	WebEndpointResponse<Object> of(Map<String, Map<String, Database>> contexts) {
		List<ContextView> views = new ArrayList<>();
		String links = this.path.get().substring(this.path.get().lastIndexOf('/') + 1);
		contexts.forEach((id, databases) -> {
			if (!databases.isEmpty()) {
				views.add(new ContextView(id, contexts.size() > 1,
						databases.entrySet()
							.stream()
							.map((entry) -> view(entry.getKey(), entry.getValue(), links))
							.toList()));
			}
		});
		int status = views.stream()
			.flatMap((view) -> view.databases().stream())
			.mapToInt(DatabaseView::status)
			.filter((each) -> each != WebEndpointResponse.STATUS_OK)
			.findFirst()
			.orElse(WebEndpointResponse.STATUS_OK);
		return new WebEndpointResponse<>(this.template.get().execute(Map.of("contexts", views, "row", LaneDrawing.ROW)),
				status, MigrationsFormat.HTML.getProducedMimeType());
	}

	private static DatabaseView view(String name, Database database, String links) {
		try {
			return DatabaseView.of(name, database.describe(),
					Set.copyOf(database.floor().revisions(database.migrator().directory())), links);
		}
		catch (MigrationException ex) {
			return DatabaseView.of(name, ErrorDescriptor.of(ex), FailureStatus.of(ex));
		}
	}

	private static String time(@Nullable Instant time) {
		return (time != null) ? TIME.format(time) : "";
	}

	/**
	 * The databases of a context.
	 *
	 * @param id the id of the context
	 * @param titled whether there are several, so that it needs a title
	 * @param databases the databases
	 */
	record ContextView(String id, boolean titled, List<DatabaseView> databases) {
	}

	/**
	 * A database, or why it cannot be shown.
	 *
	 * @param name its name
	 * @param status the status of HTTP that is right for it alone
	 * @param error why it cannot be shown
	 * @param shown what is shown of it
	 * @param summary where it stands, in words
	 * @param pending whether something is to be done
	 * @param drawing the graph
	 * @param revisions the revisions, in the order of the graph
	 * @param history what was executed
	 */
	record DatabaseView(String name, int status, @Nullable ErrorDescriptor error, @Nullable DatabaseDescriptor shown,
			String summary, boolean pending, @Nullable LaneDrawing drawing, List<RevisionView> revisions,
			List<StepView> history) {

		static DatabaseView of(String name, ErrorDescriptor error, int status) {
			return new DatabaseView(name, status, error, null, "", false, null, List.of(), List.of());
		}

		static DatabaseView of(String name, DatabaseDescriptor shown, Set<String> floor, String links) {
			String query = "?database=" + encode(name);
			return new DatabaseView(name, WebEndpointResponse.STATUS_OK, null, shown, summary(shown), !shown.upToDate(),
					LaneDrawing.of(shown.revisions()),
					shown.revisions()
						.stream()
						.map((revision) -> new RevisionView(revision, links + "/" + encode(revision.revision()) + query,
								floor.contains(revision.revision()), time(revision.created())))
						.toList(),
					shown.history().stream().map((step) -> new StepView(step, time(step.startedAt()))).toList());
		}

		private static String encode(String text) {
			return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
		}

		private static String summary(DatabaseDescriptor shown) {
			String where = Stream.of(count(shown, "pending"), count(shown, "ahead"), count(shown, "unknown"))
				.filter((text) -> !text.isEmpty())
				.reduce((one, other) -> one + ", " + other)
				.orElse("up to date");
			return (shown.current().isEmpty() ? "at base" : "at " + String.join(", ", shown.current())) + " – " + where;
		}

		private static String count(DatabaseDescriptor shown, String state) {
			long count = shown.revisions().stream().filter((revision) -> revision.state().equals(state)).count();
			return (count > 0) ? count + " " + state : "";
		}

		/**
		 * Both have revisions and a history, so the template does not go into what is
		 * shown.
		 */
		boolean isShown() {
			return this.shown != null;
		}

		boolean isEmpty() {
			return this.revisions.isEmpty();
		}

		boolean isNeverUsed() {
			return this.history.isEmpty();
		}

	}

	/**
	 * A revision beside the graph.
	 *
	 * @param revision the revision
	 * @param link where all of it is
	 * @param floor whether it is the downgrade floor
	 * @param written when it was written
	 */
	record RevisionView(RevisionDescriptor revision, String link, boolean floor, String written) {
	}

	/**
	 * A line of the history.
	 *
	 * @param step the step
	 * @param time when it began
	 */
	record StepView(StepDescriptor step, String time) {

		boolean notDone() {
			return !this.step.status().equals("succeeded");
		}

		String took() {
			Long millis = this.step.durationMillis();
			return (millis != null) ? millis + " ms" : "";
		}

	}

}
