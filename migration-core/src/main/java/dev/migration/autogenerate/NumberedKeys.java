package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.migration.operation.ColumnOperation;
import dev.migration.schema.Change;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.Identity;

/**
 * Puts the numbering of a column to the key it needs: some databases only number a key,
 * so it ends before its key goes, and begins when its key is there.
 *
 * @param before what is to be done before keys go
 * @param between what is independent of them
 * @param after what is to be done when keys have come
 */
record NumberedKeys(List<ProposedChange> before, List<ProposedChange> between, List<ProposedChange> after) {

	static NumberedKeys of(List<ProposedChange> alterations, Set<String> dropped, Set<String> created) {
		NumberedKeys keys = new NumberedKeys(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		for (ProposedChange each : alterations) {
			if (each.operation() instanceof ColumnOperation.AlterColumn alteration && alteration.was() != null
					&& alteration.change().identity().isMentioned()) {
				keys.add(each, alteration, alteration.was(), dropped, created);
			}
			else {
				keys.between.add(each);
			}
		}
		return keys;
	}

	private void add(ProposedChange proposed, ColumnOperation.AlterColumn alteration, Column was, Set<String> dropped,
			Set<String> created) {
		Identity identity = alteration.change().identity().value();
		ColumnChange numbering = (identity != null) ? ColumnChange.NONE.identity(identity)
				: ColumnChange.NONE.dropIdentity();
		ColumnChange rest = withoutIdentity(alteration.change());
		if (identity == null && dropped.contains(alteration.column())) {
			this.before.add(change(proposed, alteration, numbering, was));
			addUnlessEmpty(change(proposed, alteration, rest, numbering.applyTo(was)), rest);
		}
		else if (identity != null && created.contains(alteration.column())) {
			addUnlessEmpty(change(proposed, alteration, rest, was), rest);
			this.after.add(change(proposed, alteration, numbering, rest.applyTo(was)));
		}
		else {
			this.between.add(proposed);
		}
	}

	private void addUnlessEmpty(ProposedChange proposed, ColumnChange change) {
		if (!change.isEmpty()) {
			this.between.add(proposed);
		}
	}

	private static ProposedChange change(ProposedChange proposed, ColumnOperation.AlterColumn alteration,
			ColumnChange change, Column was) {
		return new ProposedChange(new ColumnOperation.AlterColumn(alteration.table(), alteration.column(), change, was),
				proposed.detected(), change.identity().isMentioned() ? List.of() : proposed.remarks());
	}

	private static ColumnChange withoutIdentity(ColumnChange change) {
		return new ColumnChange(change.name(), change.type(), change.using(), change.nullability(),
				change.serverDefault(), Change.keep(), change.computed(), change.collation(), change.comment());
	}

}
