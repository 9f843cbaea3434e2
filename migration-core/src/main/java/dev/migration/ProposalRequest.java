package dev.migration;

import java.util.List;
import java.util.Map;

/**
 * What a proposal is asked for.
 *
 * @param renames what was renamed, each as {@code table:new_name} or
 * {@code table.column:new_name}
 * @param attributes which entity each table was for, and which attribute each column,
 * when the last revision was proposed, as {@link ProposedRevision#attributes()} had it;
 * an attribute that has another column now says that the column was renamed
 * @param decision answers where something may have been renamed and nothing says so
 */
public record ProposalRequest(List<String> renames, Map<String, String> attributes, RenameDecision decision) {

	/** Nobody can be asked. */
	public static final ProposalRequest DEFAULT = new ProposalRequest(List.of(), Map.of(), RenameDecision.REFUSE);

	public ProposalRequest {
		renames = List.copyOf(renames);
		attributes = Map.copyOf(attributes);
	}

}
