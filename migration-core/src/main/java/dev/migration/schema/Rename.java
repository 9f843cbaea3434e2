package dev.migration.schema;

/**
 * A new name for what is there, so that it is not dropped and created again.
 */
public sealed interface Rename {

	/**
	 * A table has another name.
	 *
	 * @param from the name it had
	 * @param to the name it has, in the same schema
	 */
	record OfTable(QualifiedName from, String to) implements Rename {

		@Override
		public String toString() {
			return this.from + ":" + this.to;
		}

	}

	/**
	 * A column has another name.
	 *
	 * @param from the name it had, in the table by the name that the table has now
	 * @param to the name it has
	 */
	record OfColumn(ColumnName from, String to) implements Rename {

		@Override
		public String toString() {
			return this.from + ":" + this.to;
		}

	}

}
