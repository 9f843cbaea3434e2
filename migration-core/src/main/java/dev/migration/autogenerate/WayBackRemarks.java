package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.migration.operation.Batch;
import dev.migration.operation.ColumnOperation.AddColumn;
import dev.migration.operation.ColumnOperation.AlterColumn;
import dev.migration.operation.ConstraintOperation.CreateConstraint;
import dev.migration.operation.EnumTypeOperation.AlterEnumType;
import dev.migration.operation.Operation;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;

/**
 * Says where a downgrade can fail on rows: values that are lost do not come back, and
 * those that have come may not fit any more.
 */
public final class WayBackRemarks {

	private WayBackRemarks() {
	}

	/**
	 * Return what a person has to decide about an operation of a downgrade.
	 * @param operation the operation
	 * @return the remarks, in the order in which they are to be read; none for most
	 */
	public static List<String> of(Operation operation) {
		if (operation instanceof Batch batch) {
			return batch.operations().stream().flatMap((each) -> of(each).stream()).toList();
		}
		if (operation instanceof AddColumn add) {
			return Remarks.needsValue(add.column()) ? List.of("This fails while " + add.table() + " has rows, as the "
					+ "values of " + add.column().name() + " are gone: give the column a default, or add it nullable, "
					+ "fill it, and alter it to notNull().") : List.of();
		}
		if (operation instanceof CreateConstraint create && create.constraint() instanceof CheckConstraint check) {
			return List.of("This fails while a row of " + create.table() + " does not fit " + check.describe() + ".");
		}
		if (operation instanceof AlterEnumType alter) {
			return EnumValues.remarks(alter.type(), alter.result());
		}
		return (operation instanceof AlterColumn alter) ? of(alter) : List.of();
	}

	private static List<String> of(AlterColumn alter) {
		List<String> remarks = new ArrayList<>();
		Column was = alter.was();
		if (was != null && alter.change().type().isMentioned()) {
			remarks.addAll(Conversions.losses(alter.table(), was, alter.change().applyTo(was)));
		}
		if (Objects.equals(alter.change().nullability().value(), Boolean.FALSE)) {
			remarks.addAll(Remarks.fill(alter.table(), alter.column()));
		}
		return remarks;
	}

}
