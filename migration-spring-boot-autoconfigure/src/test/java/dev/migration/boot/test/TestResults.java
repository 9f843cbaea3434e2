package dev.migration.boot.test;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/**
 * Runs a test class as the build of a user would.
 */
final class TestResults {

	private TestResults() {
	}

	/**
	 * Run a test class.
	 * @param testClass the class
	 * @return what became of each test, by its display name: {@code SUCCESSFUL}, or
	 * {@code FAILED} or {@code ABORTED} with the message behind it
	 */
	static Map<String, String> of(Class<?> testClass) {
		Map<String, String> results = new LinkedHashMap<>();
		EngineTestKit.engine("junit-jupiter")
			.selectors(selectClass(testClass))
			.execute()
			.allEvents()
			.finished()
			.stream()
			.filter((event) -> event.getTestDescriptor().isTest() || isFailure(event))
			.forEach((event) -> results.put(event.getTestDescriptor().getDisplayName(), describe(result(event))));
		return results;
	}

	private static boolean isFailure(Event event) {
		return result(event).getStatus() != TestExecutionResult.Status.SUCCESSFUL;
	}

	private static TestExecutionResult result(Event event) {
		return event.getRequiredPayload(TestExecutionResult.class);
	}

	private static String describe(TestExecutionResult result) {
		return result.getStatus() + result.getThrowable().map((failure) -> ": " + failure.getMessage()).orElse("");
	}

}
