package dev.migration.dialect.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Finds the process that holds SQLite's write lock. SQLite itself does not tell, but
 * Linux lists the locks on files. The positions of the lock bytes are those of SQLite's
 * file format: the reserved byte in the database file, and the write lock in the shared
 * memory file of the write-ahead log.
 */
final class FileLockHolder {

	private static final Path LOCKS = Path.of("/proc/locks");

	private static final long RESERVED_BYTE = 0x40000001L;

	private static final long WAL_WRITE_LOCK_BYTE = 120;

	private static final String NOT_KNOWN = "another process (SQLite does not say which)";

	private FileLockHolder() {
	}

	static String describe(@Nullable String file) {
		if (file == null || file.isEmpty()) {
			return "another connection of this process";
		}
		try {
			List<String> locks = Files.readAllLines(LOCKS);
			OptionalLong process = writer(locks, Path.of(file), RESERVED_BYTE);
			if (process.isEmpty()) {
				process = writer(locks, Path.of(file + "-shm"), WAL_WRITE_LOCK_BYTE);
			}
			return process.isPresent() ? describe(process.getAsLong()) : NOT_KNOWN;
		}
		catch (IOException | RuntimeException ex) {
			return NOT_KNOWN;
		}
	}

	private static OptionalLong writer(List<String> locks, Path file, long position) throws IOException {
		if (!Files.exists(file)) {
			return OptionalLong.empty();
		}
		String inode = ":" + Files.getAttribute(file, "unix:ino");
		// For example: 1: POSIX ADVISORY WRITE 4711 08:01:131088 1073741825 1073741825
		return locks.stream()
			.map((line) -> line.trim().split("\\s+"))
			.filter((lock) -> lock.length == 8 && lock[3].equals("WRITE") && lock[5].endsWith(inode))
			.filter((lock) -> covers(lock[6], lock[7], position))
			.mapToLong((lock) -> Long.parseLong(lock[4]))
			.findFirst();
	}

	private static boolean covers(String from, String to, long position) {
		return Long.parseLong(from) <= position && (to.equals("EOF") || position <= Long.parseLong(to));
	}

	private static String describe(long process) {
		Optional<ProcessHandle.Info> info = ProcessHandle.of(process).map(ProcessHandle::info);
		String details = Stream
			.of(info.flatMap(ProcessHandle.Info::command).map((command) -> Path.of(command).getFileName().toString()),
					info.flatMap(ProcessHandle.Info::startInstant).map((start) -> "started " + start))
			.flatMap(Optional::stream)
			.reduce((left, right) -> left + ", " + right)
			.map((text) -> " (" + text + ")")
			.orElse("");
		return "process " + process + details;
	}

}
