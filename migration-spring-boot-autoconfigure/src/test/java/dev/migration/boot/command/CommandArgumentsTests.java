package dev.migration.boot.command;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommandArgumentsTests {

	@Test
	void withoutTheWordItIsNoCommand() {
		assertThat(CommandArguments.of()).isEmpty();
		assertThat(CommandArguments.of("--migrate")).isEmpty();
		assertThat(CommandArguments.of("run", "migrate")).isEmpty();
		assertThat(CommandArguments.of("--server.port=0")).isEmpty();
	}

	@Test
	void everythingBehindTheWordIsTheCommandButProperties() {
		assertThat(CommandArguments.of("--spring.profiles.active=test", "migrate", "downgrade", "-1", "--dry-run",
				"--spring.datasource.url=jdbc:sqlite:a b.db"))
			.hasValueSatisfying(
					(command) -> assertThat(command.arguments()).containsExactly("downgrade", "-1", "--dry-run"));
		assertThat(CommandArguments.of("migrate"))
			.hasValueSatisfying((command) -> assertThat(command.arguments()).isEmpty());
	}

	@Test
	void onlyWhatComparesReadsTheEntities() {
		assertThat(CommandArguments.of("migrate", "check", "--json")).get().matches(CommandArguments::readsEntities);
		assertThat(CommandArguments.of("migrate", "revision", "--autogenerate", "-m", "x")).get()
			.matches(CommandArguments::readsEntities);
		assertThat(CommandArguments.of("migrate", "upgrade", "head")).get()
			.matches((command) -> !command.readsEntities());
	}

}
