package dev.migration.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A document that users read: the README, or one in {@code docs}.
 *
 * @param path the file
 * @param text all that is in it
 */
public record Document(Path path, String text) {

	private static final String FENCE = "```";

	/**
	 * Return all documents, in the order of their paths.
	 * @return the documents
	 */
	public static List<Document> all() {
		Path root = Path.of("..");
		try (Stream<Path> docs = Files.list(root.resolve("docs"))) {
			return Stream.concat(Stream.of(root.resolve("README.md")), docs)
				.filter((path) -> path.toString().endsWith(".md"))
				.sorted()
				.map(Document::read)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return one document.
	 * @param name its file, without folder
	 * @return the document
	 */
	public static Document of(String name) {
		return all().stream()
			.filter((document) -> document.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no document " + name));
	}

	/**
	 * Return the blocks of one language in all documents.
	 * @param language the language
	 * @return the blocks
	 */
	public static List<DocumentBlock> blocksIn(String language) {
		return all().stream()
			.flatMap((document) -> document.blocks().stream())
			.filter((block) -> block.language().equals(language))
			.toList();
	}

	private static Document read(Path path) {
		try {
			return new Document(path, Files.readString(path));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the name of the file.
	 * @return the name, without folder
	 */
	public String name() {
		return this.path.getFileName().toString();
	}

	/**
	 * Return the blocks of code, in their order.
	 * @return the blocks
	 */
	public List<DocumentBlock> blocks() {
		List<DocumentBlock> blocks = new ArrayList<>();
		List<String> lines = this.text.lines().toList();
		String section = "";
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i);
			if (line.startsWith("#")) {
				section = line.replaceFirst("^#+ ", "");
			}
			if (line.strip().startsWith(FENCE)) {
				int end = closingFence(lines, i);
				String text = lines.subList(i + 1, end).stream().map((each) -> each + "\n").reduce("", String::concat);
				blocks.add(new DocumentBlock(name(), i + 1, section, line.strip().substring(FENCE.length()), text));
				i = end;
			}
		}
		return blocks;
	}

	private int closingFence(List<String> lines, int opening) {
		for (int i = opening + 1; i < lines.size(); i++) {
			if (lines.get(i).strip().equals(FENCE)) {
				return i;
			}
		}
		throw new IllegalStateException(name() + ":" + (opening + 1) + " begins a block that does not end");
	}

}
