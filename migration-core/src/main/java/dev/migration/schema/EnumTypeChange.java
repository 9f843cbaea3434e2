package dev.migration.schema;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How the values of an enum type change, one after the other.
 *
 * @param edits the changes, in their order
 * @param columns the columns of this type. PostgreSQL finds them by itself when it is
 * connected; other databases keep the values with the column and need to be told
 */
public record EnumTypeChange(List<Edit> edits, List<UsedBy> columns) {

	/**
	 * Nothing changes.
	 */
	public static final EnumTypeChange NONE = new EnumTypeChange(List.of(), List.of());

	public EnumTypeChange {
		edits = List.copyOf(edits);
		columns = List.copyOf(columns);
	}

	/**
	 * Return this change with a new last value.
	 * @param value the value
	 * @return the change
	 */
	public EnumTypeChange addValue(String value) {
		return then(new Edit.Add(value, null, null));
	}

	/**
	 * Return this change with a new value before another one.
	 * @param value the value
	 * @param next the value that comes after it
	 * @return the change
	 */
	public EnumTypeChange addValueBefore(String value, String next) {
		return then(new Edit.Add(value, next, null));
	}

	/**
	 * Return this change with a new value behind another one.
	 * @param value the value
	 * @param previous the value that comes before it
	 * @return the change
	 */
	public EnumTypeChange addValueAfter(String value, String previous) {
		return then(new Edit.Add(value, null, previous));
	}

	/**
	 * Return this change with a value renamed, also in the rows.
	 * @param value the value so far
	 * @param newValue the value from now on
	 * @return the change
	 */
	public EnumTypeChange renameValue(String value, String newValue) {
		return then(new Edit.Rename(value, newValue));
	}

	/**
	 * Return this change with a value removed. It fails if a row has it.
	 * @param value the value
	 * @return the change
	 */
	public EnumTypeChange removeValue(String value) {
		return then(new Edit.Remove(value, null));
	}

	/**
	 * Return this change with a value removed.
	 * @param value the value
	 * @param replacement the value that the rows get which have it
	 * @return the change
	 */
	public EnumTypeChange removeValue(String value, String replacement) {
		return then(new Edit.Remove(value, replacement));
	}

	/**
	 * Return this change with a column that has the type.
	 * @param table the table
	 * @param column the column
	 * @return the change
	 */
	public EnumTypeChange usedBy(String table, String column) {
		List<UsedBy> all = new ArrayList<>(this.columns);
		all.add(new UsedBy(QualifiedName.of(table), column));
		return new EnumTypeChange(this.edits, all);
	}

	/**
	 * Return this change with the tables in a schema, unless they are in one already.
	 * @param schema the schema, or {@code null} to leave the names as they are
	 * @return the change
	 */
	public EnumTypeChange in(@Nullable String schema) {
		return new EnumTypeChange(this.edits,
				this.columns.stream().map((use) -> new UsedBy(use.table().in(schema), use.column())).toList());
	}

	private EnumTypeChange then(Edit edit) {
		List<Edit> all = new ArrayList<>(this.edits);
		all.add(edit);
		return new EnumTypeChange(all, this.columns);
	}

	/**
	 * Return an enum type after this change.
	 * @param type the type before it
	 * @return the type with its values after it
	 * @throws IllegalArgumentException if a value is not there, or there already
	 */
	public EnumType applyTo(EnumType type) {
		EnumType result = type;
		for (Edit edit : this.edits) {
			List<String> values = new ArrayList<>(result.values());
			edit.applyTo(type.name(), values);
			result = new EnumType(type.name(), values);
		}
		return result;
	}

	/**
	 * Return the change back.
	 * @param type the type before this change
	 * @return the change
	 */
	public EnumTypeChange backTo(EnumType type) {
		List<Edit> back = new ArrayList<>();
		EnumType before = type;
		for (Edit edit : this.edits) {
			back.add(0, edit.inverse(before));
			before = new EnumTypeChange(List.of(edit), List.of()).applyTo(before);
		}
		return new EnumTypeChange(back, this.columns);
	}

	/**
	 * A column that has the type.
	 *
	 * @param table the table
	 * @param column the column
	 */
	public record UsedBy(QualifiedName table, String column) {
	}

	/**
	 * One change of the values.
	 */
	public sealed interface Edit {

		/**
		 * Change a list of values.
		 * @param type the type, for errors
		 * @param values the values
		 */
		void applyTo(QualifiedName type, List<String> values);

		/**
		 * Return the change back.
		 * @param before the type before this change
		 * @return the change
		 */
		Edit inverse(EnumType before);

		private static int position(QualifiedName type, List<String> values, String value) {
			int position = values.indexOf(value);
			if (position < 0) {
				throw new IllegalArgumentException("The enum type '" + type + "' has no value '" + value
						+ "'; there are " + String.join(", ", values));
			}
			return position;
		}

		/**
		 * A new value.
		 *
		 * @param value the value
		 * @param before the value that comes after it, if that was said
		 * @param after the value that comes before it, if that was said
		 */
		record Add(String value, @Nullable String before, @Nullable String after) implements Edit {

			@Override
			public void applyTo(QualifiedName type, List<String> values) {
				if (this.before != null) {
					values.add(position(type, values, this.before), this.value);
				}
				else if (this.after != null) {
					values.add(position(type, values, this.after) + 1, this.value);
				}
				else {
					values.add(this.value);
				}
			}

			@Override
			public Edit inverse(EnumType type) {
				return new Remove(this.value, null);
			}

		}

		/**
		 * Another name for a value.
		 *
		 * @param value the value so far
		 * @param newValue the value from now on
		 */
		record Rename(String value, String newValue) implements Edit {

			@Override
			public void applyTo(QualifiedName type, List<String> values) {
				values.set(position(type, values, this.value), this.newValue);
			}

			@Override
			public Edit inverse(EnumType type) {
				return new Rename(this.newValue, this.value);
			}

		}

		/**
		 * The end of a value.
		 *
		 * @param value the value
		 * @param replacement the value that the rows get which have it, if there may be
		 * some
		 */
		record Remove(String value, @Nullable String replacement) implements Edit {

			@Override
			public void applyTo(QualifiedName type, List<String> values) {
				values.remove(position(type, values, this.value));
				if (this.replacement != null) {
					position(type, values, this.replacement);
				}
			}

			@Override
			public Edit inverse(EnumType type) {
				int position = position(type.name(), type.values(), this.value);
				return (position + 1 < type.values().size())
						? new Add(this.value, type.values().get(position + 1), null) : new Add(this.value, null, null);
			}

		}

	}

}
