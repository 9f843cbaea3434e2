package dev.migration.cli;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.project.RevisionTemplate;
import dev.migration.project.RevisionTemplates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Shows what new revisions can be made from.
 */
@Command(name = "list-templates", description = "Shows the templates of new revisions.",
		footer = { "", "Example: migrate list-templates" })
final class ListTemplatesCommand implements Runnable {

	private final CommandContext context;

	@Option(names = "--json", description = "Write JSON, for programs.")
	private boolean json;

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help.")
	private boolean help;

	ListTemplatesCommand(CommandContext context) {
		this.context = context;
	}

	@Override
	public void run() {
		List<RevisionTemplate> templates = new RevisionTemplates(this.context.projects().whole()).templates();
		if (this.json) {
			this.context.printJson(templates.stream().map(this::json).toList());
			return;
		}
		for (RevisionTemplate template : templates) {
			String description = template.description().isEmpty() ? "" : " - " + template.description();
			this.context.print(template.name() + " (" + template.format().extension() + ", " + origin(template.file())
					+ ")" + description);
		}
		this.context.print("");
		this.context.print("Use one with 'migrate revision --template NAME --format java|sql'.");
	}

	private TemplateJson json(RevisionTemplate template) {
		return new TemplateJson(template.name(), template.format().extension(), origin(template.file()),
				template.description());
	}

	private String origin(@Nullable Path file) {
		return (file != null) ? this.context.projects().whole().display(file) : "built in";
	}

	/**
	 * A template as programs read it.
	 *
	 * @param name what it is called
	 * @param format what it makes
	 * @param origin the file, or {@code built in}
	 * @param description what it says of itself
	 */
	private record TemplateJson(String name, String format, String origin, String description) {
	}

}
