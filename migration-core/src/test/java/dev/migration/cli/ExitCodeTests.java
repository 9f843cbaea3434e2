package dev.migration.cli;

import java.time.Duration;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.migration.LockTimeoutException;
import dev.migration.MigrationException;
import dev.migration.NamedDatabaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.objenesis.SpringObjenesis;

import static org.assertj.core.api.Assertions.assertThat;

class ExitCodeTests {

	@ParameterizedTest
	@MethodSource
	void everyErrorOfTheMigrationHasACodeOfItsOwn(Class<? extends MigrationException> type) {
		MigrationException failure = new SpringObjenesis().newInstance(type);
		assertThat(ExitCode.of(failure)).as("ExitCode.of(%s)", type.getSimpleName()).isNotEqualTo(ExitCode.UNEXPECTED);
	}

	@SuppressWarnings("unchecked")
	static List<Class<? extends MigrationException>> everyErrorOfTheMigrationHasACodeOfItsOwn() {
		return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("dev.migration")
			.stream()
			.filter((type) -> type.isAssignableTo(MigrationException.class)
					&& !type.getModifiers().contains(JavaModifier.ABSTRACT))
			.map(JavaClass::reflect)
			.filter((type) -> type != NamedDatabaseException.class)
			.<Class<? extends MigrationException>>map((type) -> (Class<? extends MigrationException>) type)
			.toList();
	}

	@Test
	void anErrorOfOneOfSeveralDatabasesHasTheCodeOfWhatWentWrong() {
		MigrationException failure = new LockTimeoutException(Duration.ZERO, "nobody");
		assertThat(ExitCode.of(new NamedDatabaseException("audit", failure))).isEqualTo(ExitCode.LOCK);
	}

	@Test
	void whatNobodyExpectsIsUnexpected() {
		assertThat(ExitCode.of(new IllegalStateException())).isEqualTo(ExitCode.UNEXPECTED);
	}

}
