package dev.migration;

import java.util.List;

/**
 * Something in which the schema differs from what the application asks for.
 *
 * @param found what was found, such as {@code added column 'team.slug'}
 * @param operation what would bring the schema there, in words
 * @param remarks what a person should know who lets it be done, whole sentences
 */
public record SchemaDifference(String found, String operation, List<String> remarks) {

	public SchemaDifference {
		remarks = List.copyOf(remarks);
	}

}
