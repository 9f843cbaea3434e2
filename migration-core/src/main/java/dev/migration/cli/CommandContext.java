package dev.migration.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;

import dev.migration.Migrator;

/**
 * What every command works with.
 *
 * @param migrators gives the migrator when it is needed
 * @param out where results go
 */
record CommandContext(Supplier<Migrator> migrators, PrintWriter out) {

	Migrator migrator() {
		return this.migrators.get();
	}

	void print(String line) {
		this.out.println(line);
	}

	void printJson(Object value) {
		this.out.println(JsonOutput.write(value));
	}

}
