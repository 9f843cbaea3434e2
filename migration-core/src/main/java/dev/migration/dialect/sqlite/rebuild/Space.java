package dev.migration.dialect.sqlite.rebuild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.sqlite.ddl.TableDefinition;
import dev.migration.operation.Operation;

/**
 * The space that a rebuild takes: the copy lies beside the table until the table is
 * dropped, and the file keeps the pages afterwards for later use.
 */
final class Space {

	private static final Log logger = LogFactory.getLog(Space.class);

	private static final long WORTH_A_WORD = 16L << 20;

	private final Database database;

	private final String table;

	private final TableDefinition definition;

	private final LongSupplier count;

	/**
	 * Create the space of a rebuild.
	 * @param database the database
	 * @param table the table
	 * @param definition its definition now
	 * @param count counts its rows
	 */
	Space(Database database, String table, TableDefinition definition, LongSupplier count) {
		this.database = database;
		this.table = table;
		this.definition = definition;
		this.count = count;
	}

	/**
	 * Say how much space a large table needs, and make sure that it is there.
	 */
	void require(Operation operation) {
		long pageSize = pragma("page_size");
		long pages = pragma("page_count");
		long free = pragma("freelist_count");
		if ((pages - free) * pageSize < WORTH_A_WORD && pages * 2 < pragma("max_page_count")) {
			return;
		}
		long needed = size();
		long growth = needed - free * pageSize;
		long allowed = (pragma("max_page_count") - pages) * pageSize;
		Long onDisk = usableSpace();
		if (needed >= WORTH_A_WORD) {
			logger.info("Rebuilding table " + this.table + ": the copy needs about " + describe(needed)
					+ ((onDisk != null) ? ", the disk has " + describe(onDisk) + " free" : ""));
		}
		if (growth > allowed) {
			throw refuse(operation, needed, "max_page_count lets it grow by " + describe(allowed));
		}
		if (onDisk != null && growth > onDisk) {
			throw refuse(operation, needed, "the disk has " + describe(onDisk) + " free");
		}
	}

	private UnsupportedChangeException refuse(Operation operation, long needed, String limit) {
		return TableInWork.refused(operation,
				"the copy of table " + this.table + " needs about " + describe(needed) + ", and " + limit,
				"Make room and run it again.");
	}

	private long pragma(String name) {
		return this.database.number("PRAGMA " + Database.quote(this.database.schema()) + "." + name);
	}

	private long size() {
		return new SizeEstimate(this.database, this.table).bytes(this.definition, this.count.getAsLong())
			.orElseGet(this::pages);
	}

	/**
	 * Return the size of the table with its indexes. Where SQLite was built without a way
	 * to ask, the whole file is the answer.
	 */
	private long pages() {
		String sql = "SELECT sum(pgsize) FROM dbstat(" + Database.literal(this.database.schema())
				+ ") WHERE name IN (SELECT name FROM " + Database.quote(this.database.schema())
				+ ".sqlite_master WHERE tbl_name = " + Database.literal(this.table) + " COLLATE NOCASE)";
		if (this.database.compile(sql) != null) {
			return (pragma("page_count") - pragma("freelist_count")) * pragma("page_size");
		}
		return this.database.number(sql);
	}

	private @Nullable Long usableSpace() {
		for (List<@Nullable Object> row : this.database.query("PRAGMA database_list")) {
			String file = Database.text(row, 2);
			if (Database.text(row, 1).equals(this.database.schema()) && row.get(2) != null && !file.isEmpty()) {
				try {
					return Files.getFileStore(Path.of(file)).getUsableSpace();
				}
				catch (IOException | RuntimeException ex) {
					logger.debug("The free space for " + file + " is not known", ex);
				}
			}
		}
		return null;
	}

	private static String describe(long bytes) {
		return String.format(Locale.ROOT, "%,.1f MB", Math.max(bytes, 0) / 1048576.0);
	}

}
