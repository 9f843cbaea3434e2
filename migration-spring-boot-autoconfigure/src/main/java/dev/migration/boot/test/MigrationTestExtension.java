package dev.migration.boot.test;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import dev.migration.MigrationException;

/**
 * Gives each test its {@link MigrationTester}, on a database that is empty, and clears it
 * afterwards. There is no tester, and nothing is cleared, if the database was not empty.
 */
class MigrationTestExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(MigrationTestExtension.class);

	@Override
	public void beforeEach(ExtensionContext context) {
		ApplicationContext application = SpringExtension.getApplicationContext(context);
		try {
			MigrationTester tester = MigrationTester.onEmptyDatabase(application,
					database(context.getRequiredTestClass()));
			context.getStore(NAMESPACE).put(MigrationTester.class, tester);
		}
		catch (MigrationException ex) {
			throw RevisionChecks.failure(ex);
		}
	}

	private static String database(Class<?> testClass) {
		return MergedAnnotations.search(SearchStrategy.TYPE_HIERARCHY)
			.withEnclosingClasses(TestContextAnnotationUtils::searchEnclosingClass)
			.from(testClass)
			.get(MigrationTest.class)
			.getValue("database", String.class)
			.orElse("");
	}

	@Override
	public void afterEach(ExtensionContext context) {
		MigrationTester tester = context.getStore(NAMESPACE).remove(MigrationTester.class, MigrationTester.class);
		if (tester != null) {
			tester.clear();
		}
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == MigrationTester.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		MigrationTester tester = context.getStore(NAMESPACE).get(MigrationTester.class, MigrationTester.class);
		if (tester == null) {
			throw new ParameterResolutionException("A MigrationTester belongs to a single test: take it as a parameter "
					+ "of a test method, or of a method with @BeforeEach or @AfterEach");
		}
		return tester;
	}

}
