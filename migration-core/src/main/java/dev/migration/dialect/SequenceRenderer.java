package dev.migration.dialect;

import java.util.List;

import dev.migration.operation.SequenceOperation;
import dev.migration.schema.SequenceOptions;

/**
 * Renders operations on sequences.
 */
public class SequenceRenderer extends TopicRenderer implements SequenceOperation.Visitor<List<SqlStatement>> {

	/**
	 * Create a new renderer.
	 * @param renderer the renderer of all topics
	 */
	public SequenceRenderer(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	public List<SqlStatement> createSequence(SequenceOperation.CreateSequence operation) {
		String options = definitions().sequenceOptions(operation.sequence().options());
		return one("CREATE SEQUENCE " + ifNotExists(operation.ifNotExists()) + quote(operation.sequence().name())
				+ (options.isEmpty() ? "" : " " + options));
	}

	@Override
	public List<SqlStatement> alterSequence(SequenceOperation.AlterSequence operation) {
		SequenceOptions options = operation.options();
		String words = definitions().sequenceOptions(options).replace("START WITH", "RESTART WITH");
		return words.isEmpty() ? List.of() : one("ALTER SEQUENCE " + quote(operation.name()) + " " + words);
	}

	@Override
	public List<SqlStatement> dropSequence(SequenceOperation.DropSequence operation) {
		return one("DROP SEQUENCE " + ifExists(operation.ifExists()) + quote(operation.name()));
	}

}
