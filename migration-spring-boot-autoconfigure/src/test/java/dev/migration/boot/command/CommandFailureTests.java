package dev.migration.boot.command;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.BeanCreationException;

import static org.assertj.core.api.Assertions.assertThat;

class CommandFailureTests {

	@Test
	void theInnermostBeanIsNamedWithItsReasonAndWithoutThePassword() {
		RuntimeException reason = new IllegalStateException("no jdbc:x://alice:s3cret@host/db?password=s3cret&ssl=on");
		RuntimeException failure = new BeanCreationException("migrator", "cannot be made",
				new BeanCreationException("dataSource", "cannot be made", reason));
		assertThat(CommandFailure.analyze(failure).getDescription())
			.isEqualTo("The bean 'dataSource' cannot be made: no jdbc:x://***@host/db?password=***&ssl=on");
	}

	@Test
	void whatHasNoMessageIsNamedByItsClass() {
		assertThat(CommandFailure.analyze(new NullPointerException()).getDescription())
			.isEqualTo("The command cannot run: java.lang.NullPointerException");
	}

}
