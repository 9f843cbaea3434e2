package dev.migration.dialect.sqlite.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.sqlite.ddl.TableDefinition;

/**
 * About how large a copy of a table is, from a sample: adding its pages up would read all
 * of them, which takes a fifth of the time of the copy. The indexes of constraints count,
 * others are only made when the old table is gone.
 *
 * @see <a href="https://sqlite.org/fileformat2.html#b_tree_pages">The format of a
 * page</a>
 */
final class SizeEstimate {

	private static final int SPOTS = 32;

	private static final int ROWS_AT_A_SPOT = 32;

	// What a cell has beside its values: a pointer, a length, and a key of three
	// bytes.
	private static final int CELL = 6;

	private static final double INNER_PAGES_AND_GAPS = 1.03;

	private final Database database;

	private final String table;

	private final List<String> columns;

	private long rows;

	private final double[] sizes;

	SizeEstimate(Database database, String table) {
		this.database = database;
		this.table = table;
		this.columns = database.columns(table)
			.stream()
			.filter((column) -> !Database.text(column, 1).equals("2"))
			.map((column) -> Database.text(column, 0))
			.toList();
		this.sizes = new double[this.columns.size()];
	}

	/**
	 * Estimate the size.
	 * @param definition the definition of the table
	 * @param count how many rows it has
	 * @return the bytes; empty if the table has no rowid along which samples can be taken
	 */
	OptionalLong bytes(TableDefinition definition, long count) {
		boolean isShadowed = definition.column("rowid") != null
				&& definition.rowidAlias() != definition.column("rowid");
		if (definition.isWithoutRowid() || isShadowed) {
			return OptionalLong.empty();
		}
		String from = " FROM " + this.database.qualified(this.table);
		long first = this.database.number("SELECT min(rowid)" + from);
		long last = this.database.number("SELECT max(rowid)" + from);
		double range = (double) last - first + 1;
		for (int i = 0; i < SPOTS; i++) {
			sample((long) (first + range * i / SPOTS), from);
		}
		double row = CELL + 1;
		for (int i = 0; i < this.sizes.length; i++) {
			boolean isKeyOfCell = definition.rowidAlias() != null
					&& definition.rowidAlias() == definition.column(this.columns.get(i));
			row += 1 + (isKeyOfCell ? 0 : average(this.sizes[i]));
		}
		return OptionalLong.of((long) (count * (row + indexes()) * INNER_PAGES_AND_GAPS));
	}

	private void sample(long spot, String from) {
		String sizes = this.columns.stream().map(SizeEstimate::size).collect(Collectors.joining(", "));
		List<List<@Nullable Object>> sample = this.database
			.query("SELECT " + sizes + from + " WHERE rowid >= " + spot + " ORDER BY rowid LIMIT " + ROWS_AT_A_SPOT);
		for (List<@Nullable Object> row : sample) {
			for (int i = 0; i < this.sizes.length; i++) {
				this.sizes[i] += (row.get(i) instanceof Number size) ? size.doubleValue() : 0;
			}
		}
		this.rows += sample.size();
	}

	private static String size(String column) {
		String name = Database.quote(column);
		return "CASE typeof(" + name + ") WHEN 'text' THEN length(CAST(" + name + " AS BLOB)) WHEN 'blob' THEN length("
				+ name + ") WHEN 'real' THEN 8 WHEN 'integer' THEN CASE WHEN " + name + " BETWEEN 0 AND 1 THEN 0 WHEN "
				+ name + " BETWEEN -128 AND 127 THEN 1 WHEN " + name + " BETWEEN -32768 AND 32767 THEN 2 WHEN " + name
				+ " BETWEEN -2147483648 AND 2147483647 THEN 4 ELSE 6" + " END ELSE 0 END";
	}

	/**
	 * Return what a row takes in the indexes of constraints.
	 */
	private double indexes() {
		double bytes = 0;
		List<List<@Nullable Object>> indexed = this.database
			.query("SELECT l.name, i.name FROM pragma_index_list(" + Database.literal(this.table) + ", "
					+ Database.literal(this.database.schema()) + ") l, pragma_index_info(l.name, "
					+ Database.literal(this.database.schema()) + ") i WHERE l.origin <> 'c'");
		List<String> seen = new ArrayList<>();
		for (List<@Nullable Object> column : indexed) {
			if (!seen.contains(Database.text(column, 0))) {
				seen.add(Database.text(column, 0));
				bytes += CELL;
			}
			int position = this.columns.indexOf(Database.text(column, 1));
			bytes += 1 + ((position >= 0) ? average(this.sizes[position]) : CELL);
		}
		return bytes;
	}

	private double average(double sum) {
		return sum / Math.max(this.rows, 1);
	}

}
