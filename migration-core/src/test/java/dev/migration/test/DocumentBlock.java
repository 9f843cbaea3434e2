package dev.migration.test;

/**
 * A block of code in a document: what stands between two fences.
 *
 * @param document the name of the file
 * @param line the line of the opening fence, from 1
 * @param section the heading that it is under, without its marks; empty before the first
 * @param language the word behind the opening fence; empty if there is none
 * @param text what stands between the fences, each line with its end
 */
public record DocumentBlock(String document, int line, String section, String language, String text) {

	/**
	 * Return whether it shows what the command before it prints. That is the rule for a
	 * block without a language, and for one of JSON; a plain text has the language
	 * {@code text}.
	 * @return whether it is an output
	 */
	public boolean isOutput() {
		return this.language.isEmpty() || this.language.equals("json");
	}

	@Override
	public String toString() {
		return this.document + ":" + this.line;
	}

}
