package dev.migration.autogenerate;

import java.util.List;

import dev.migration.operation.Operation;

/**
 * An operation that brings the database nearer to the target schema, with what a person
 * should know who reviews it.
 *
 * @param operation the operation, with what was there before where something was
 * @param detected what was found, such as {@code added column 'team.slug'}
 * @param remarks what a human must decide or look at, whole sentences; mostly none
 */
public record ProposedChange(Operation operation, String detected, List<String> remarks) {

	public ProposedChange {
		remarks = List.copyOf(remarks);
	}

	/**
	 * Return a change that needs no remark.
	 * @param operation the operation
	 * @param detected what was found
	 * @return the change
	 */
	public static ProposedChange of(Operation operation, String detected) {
		return new ProposedChange(operation, detected, List.of());
	}

}
