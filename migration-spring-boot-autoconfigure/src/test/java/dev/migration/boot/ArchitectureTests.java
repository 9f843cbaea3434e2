package dev.migration.boot;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The house of the Boot integration.
 */
@AnalyzeClasses(packages = "dev.migration.boot", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule packagesHaveNoCycle = slices().matching("dev.migration.boot.(*)..").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule onlyTheAutoConfigurationBuildsTheMigrator = noClasses().that()
		.resideOutsideOfPackages("dev.migration.boot.autoconfigure", "dev.migration.boot.aot")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.migration.runtime..", "dev.migration.script..", "dev.migration.graph..",
				"dev.migration.dialect..");

}
