package dev.migration;

import java.util.List;

/**
 * What a proposal is asked for.
 *
 * @param renames what was renamed, each as {@code table:new_name} or
 * {@code table.column:new_name}
 * @param decision answers where something may have been renamed and nobody said so
 */
public record ProposalRequest(List<String> renames, RenameDecision decision) {

	/** Nobody can be asked. */
	public static final ProposalRequest DEFAULT = new ProposalRequest(List.of(), RenameDecision.REFUSE);

	public ProposalRequest {
		renames = List.copyOf(renames);
	}

}
