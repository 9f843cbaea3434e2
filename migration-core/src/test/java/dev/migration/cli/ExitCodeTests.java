package dev.migration.cli;

import java.util.List;

import dev.migration.NamedDatabaseException;
import dev.migration.StateConflictException;
import dev.migration.UnknownDatabaseException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExitCodeTests {

	@Test
	void anUnknownDatabaseIsWrongUsage() {
		assertThat(ExitCode.of(UnknownDatabaseException.named("x", List.of("orders")))).isEqualTo(ExitCode.USAGE);
	}

	@Test
	void theNameOfTheDatabaseDoesNotChangeWhatTheFailureIs() {
		StateConflictException failure = new StateConflictException(List.of("a"), List.of("b"));
		assertThat(ExitCode.of(new NamedDatabaseException("orders", failure))).isEqualTo(ExitCode.NOT_WHERE_EXPECTED);
	}

}
