package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migration.schema.ColumnName;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Rename;

/**
 * Orders renames so that no name is taken when it is needed. Where each waits for the
 * next one, as where two columns change places, the first steps aside for a while.
 */
final class Swaps {

	private final Map<Place, Rename> open = new LinkedHashMap<>();

	private final List<Rename> ordered = new ArrayList<>();

	private Swaps(List<Rename> renames) {
		renames.forEach((rename) -> this.open.put(from(rename), rename));
	}

	/**
	 * Return whether a rename gives something a name that another one takes away.
	 * @param rename the rename
	 * @param others all renames
	 * @return whether it waits for another one
	 */
	static boolean isPart(Rename rename, List<Rename> others) {
		return others.stream().anyMatch((other) -> from(other).equals(to(rename)))
				|| others.stream().anyMatch((other) -> to(other).equals(from(rename)));
	}

	/**
	 * Order renames.
	 * @param renames the renames
	 * @return them in the order in which they can be done, with those that step aside
	 */
	static List<Rename> ordered(List<Rename> renames) {
		return new Swaps(renames).order();
	}

	private List<Rename> order() {
		List<Rename> last = new ArrayList<>();
		while (!this.open.isEmpty()) {
			Rename next = this.open.values()
				.stream()
				.filter((rename) -> !this.open.containsKey(to(rename)))
				.findFirst()
				.orElse(null);
			if (next == null) {
				next = this.open.values().iterator().next();
				String aside = NamingConvention.cut(to(next).name() + "_renamed");
				this.ordered.add(named(next, from(next).name(), aside));
				last.add(named(next, aside, to(next).name()));
			}
			else {
				this.ordered.add(next);
			}
			this.open.remove(from(next));
		}
		this.ordered.addAll(last);
		return this.ordered;
	}

	private static Rename named(Rename rename, String from, String to) {
		if (rename instanceof Rename.OfTable table) {
			return new Rename.OfTable(table.from().sibling(from), to);
		}
		return new Rename.OfColumn(new ColumnName(((Rename.OfColumn) rename).from().table(), from), to);
	}

	private static Place from(Rename rename) {
		return (rename instanceof Rename.OfTable table) ? new Place(table.from().sibling("table"), table.from().name())
				: new Place(((Rename.OfColumn) rename).from().table(), ((Rename.OfColumn) rename).from().column());
	}

	private static Place to(Rename rename) {
		return (rename instanceof Rename.OfTable table) ? new Place(table.from().sibling("table"), table.to())
				: new Place(((Rename.OfColumn) rename).from().table(), ((Rename.OfColumn) rename).to());
	}

	/**
	 * A name and where it must be the only one.
	 *
	 * @param owner the table of a column
	 * @param name the name
	 */
	private record Place(QualifiedName owner, String name) {
	}

}
