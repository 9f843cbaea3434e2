package dev.migration.test;

import java.util.function.Predicate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks through a document as a reader would: runs the commands in their order, does what
 * the other blocks say, and compares what is shown with what was printed.
 */
public final class DocumentStory {

	private final Document document;

	private final ShownOutput output = new ShownOutput();

	private DocumentStory(Document document) {
		this.document = document;
	}

	/**
	 * Begin a story. Each document that shows an output must have one in some test.
	 * @param document the name of the document
	 * @return the story
	 */
	public static DocumentStory of(String document) {
		return new DocumentStory(Document.of(document));
	}

	/**
	 * Walk through the document.
	 * @param reader does what the blocks say
	 * @throws Exception if a command cannot be run
	 */
	public void play(Reader reader) throws Exception {
		play(reader, (block) -> true);
	}

	/**
	 * Walk through the document, but leave some blocks out that show no output.
	 * @param reader does what the blocks say
	 * @param isPart decides whether a block is part of the story
	 * @throws Exception if a command cannot be run
	 */
	public void play(Reader reader, Predicate<DocumentBlock> isPart) throws Exception {
		String printed = null;
		for (DocumentBlock block : this.document.blocks()) {
			if (!isPart.test(block)) {
				assertThat(block.isOutput()).as(block + " shows an output that nobody compares").isFalse();
			}
			else if (block.isOutput()) {
				assertThat(printed).as("what was printed before " + block).isNotNull();
				this.output.assertSame(block, printed);
			}
			else if (block.language().equals("shell")) {
				printed = run(reader, block);
			}
			else {
				reader.read(block, this.output.real(block.text()));
			}
		}
	}

	private String run(Reader reader, DocumentBlock block) throws Exception {
		StringBuilder printed = new StringBuilder();
		for (String line : CommandLines.of(block)) {
			printed.append(reader.run(block, this.output.real(line)));
		}
		return printed.toString();
	}

	/**
	 * Does what a document says.
	 */
	public interface Reader {

		/**
		 * Run a command.
		 * @param block where it stands
		 * @param line the command
		 * @return what it printed; empty for one that is not run here
		 * @throws Exception if it cannot be run
		 */
		String run(DocumentBlock block, String line) throws Exception;

		/**
		 * Do what a block of another language says. By default that is nothing.
		 * @param block the block
		 * @param text what it says, with the ids that there are
		 * @throws Exception if it cannot be done
		 */
		default void read(DocumentBlock block, String text) throws Exception {
		}

	}

}
