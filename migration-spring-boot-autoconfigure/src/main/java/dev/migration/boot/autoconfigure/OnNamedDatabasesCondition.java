package dev.migration.boot.autoconfigure;

import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionMessage.Style;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

import dev.migration.boot.env.DatabaseNames;

/**
 * Matches when the databases have names.
 */
class OnNamedDatabasesCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Named databases");
		List<String> names = DatabaseNames.of(context.getEnvironment());
		return names.isEmpty()
				? ConditionOutcome.noMatch(message.because("there is nothing under " + DatabaseNames.PREFIX))
				: ConditionOutcome.match(message.found("database", "databases").items(Style.QUOTE, names));
	}

	/**
	 * Matches when they have not.
	 */
	static class Inverse extends NoneNestedConditions {

		Inverse() {
			super(ConfigurationPhase.PARSE_CONFIGURATION);
		}

		@Conditional(OnNamedDatabasesCondition.class)
		static class Named {

		}

	}

}
