package dev.migration;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The house: who may know whom.
 */
@AnalyzeClasses(packages = "dev.migration", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule dependenciesPointOneWay = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.layer("schema")
		.definedBy("dev.migration.schema")
		.layer("vocabulary")
		.definedBy("dev.migration")
		.layer("graph")
		.definedBy("dev.migration.graph")
		.layer("operation")
		.definedBy("dev.migration.operation")
		.layer("dialect")
		.definedBy("dev.migration.dialect..")
		.layer("script")
		.definedBy("dev.migration.script")
		.layer("runtime")
		.definedBy("dev.migration.runtime")
		.layer("autogenerate")
		.definedBy("dev.migration.autogenerate..")
		.layer("jpa")
		.definedBy("dev.migration.jpa")
		.layer("project")
		.definedBy("dev.migration.project")
		.layer("cli")
		.definedBy("dev.migration.cli")
		.layer("lanes")
		.definedBy("dev.migration.cli.lanes")
		.whereLayer("schema")
		.mayNotAccessAnyLayer()
		.whereLayer("vocabulary")
		.mayOnlyAccessLayers("schema")
		.whereLayer("graph")
		.mayOnlyAccessLayers("vocabulary")
		.whereLayer("operation")
		.mayOnlyAccessLayers("vocabulary", "schema")
		.whereLayer("dialect")
		.mayOnlyAccessLayers("vocabulary", "schema", "operation")
		.whereLayer("script")
		.mayOnlyAccessLayers("vocabulary")
		.whereLayer("runtime")
		.mayOnlyAccessLayers("vocabulary", "schema", "graph", "operation", "dialect", "script", "autogenerate")
		.whereLayer("autogenerate")
		.mayOnlyAccessLayers("vocabulary", "schema", "operation", "dialect")
		.whereLayer("jpa")
		.mayOnlyAccessLayers("vocabulary", "schema")
		.whereLayer("jpa")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("project")
		.mayOnlyAccessLayers("vocabulary")
		.whereLayer("cli")
		.mayOnlyAccessLayers("vocabulary", "schema", "project", "lanes")
		.whereLayer("lanes")
		.mayNotAccessAnyLayer();

	@ArchTest
	static final ArchRule packagesHaveNoCycle = slices().matching("dev.migration.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule graphAndSchemaArePure = noClasses().that()
		.resideInAnyPackage("dev.migration.graph", "dev.migration.schema")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("java.sql..", "javax.sql..", "java.io..", "java.nio.file..", "java.nio.channels..",
				"org.springframework..");

	@ArchTest
	static final ArchRule thereIsNoSpringBootInHere = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework.boot..");

	@ArchTest
	static final ArchRule thereIsNoStaticMutableState = fields().that().areStatic().should().beFinal();

	@ArchTest
	static final ArchRule onlyTheEntitiesNeedHibernate = noClasses().that()
		.resideOutsideOfPackage("dev.migration.jpa")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.hibernate..", "jakarta.persistence..");

	@ArchTest
	static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses().that()
		.resideOutsideOfPackage("dev.migration.cli")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("picocli..");

}
