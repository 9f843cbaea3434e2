package dev.migration.autogenerate.source;

import java.util.List;

/**
 * The text of a revision without what is around it. Nothing is indented but what stands
 * inside of something else.
 *
 * @param imports what a class imports, without the word and the semicolon, such as
 * {@code static dev.migration.schema.Types.uuid}; sorted, and without those that every
 * revision has
 * @param upgrade what the upgrade does; empty if it does nothing
 * @param downgrade what the downgrade does; empty if it does nothing
 * @param members what else belongs into the class, behind the two methods; empty unless
 * they would be too long without it
 */
public record RevisionText(List<String> imports, String upgrade, String downgrade, String members) {

	public RevisionText {
		imports = List.copyOf(imports);
	}

}
