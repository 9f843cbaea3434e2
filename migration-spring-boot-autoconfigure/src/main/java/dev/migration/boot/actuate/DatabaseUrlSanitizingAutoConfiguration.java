package dev.migration.boot.actuate;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration that keeps the passwords of databases out of Actuator.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class DatabaseUrlSanitizingAutoConfiguration {

	@Bean
	static SanitizingFunction databaseUrlSanitizingFunction() {
		return new DatabaseUrlSanitizingFunction();
	}

}
