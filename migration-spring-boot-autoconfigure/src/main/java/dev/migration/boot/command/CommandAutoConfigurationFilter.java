package dev.migration.boot.command;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out, in command mode, auto-configurations of Spring Boot that no command needs.
 * Nothing of them would start anyway, but evaluating them is a good part of the time that
 * a command takes.
 */
class CommandAutoConfigurationFilter implements AutoConfigurationImportFilter, EnvironmentAware {

	private static final List<String> NOT_NEEDED = List.of("actuate", "batch", "data", "elasticsearch", "graphql",
			"health", "hibernate", "http", "integration", "jersey", "jetty", "jms", "kafka", "mail", "micrometer",
			"mongodb", "neo4j", "quartz", "reactor", "restclient", "rsocket", "security", "servlet", "session",
			"thymeleaf", "tomcat", "webclient", "webflux", "webmvc", "websocket");

	private static final String HIBERNATE = "hibernate";

	private boolean commandMode;

	private boolean readsEntities;

	@Override
	public void setEnvironment(Environment environment) {
		this.commandMode = environment.getProperty(CommandRunListener.COMMAND_MODE_PROPERTY, Boolean.class, false);
		this.readsEntities = environment.getProperty(CommandRunListener.READS_ENTITIES_PROPERTY, Boolean.class, false);
	}

	@Override
	public boolean[] match(@Nullable String[] autoConfigurationClasses, AutoConfigurationMetadata metadata) {
		boolean[] match = new boolean[autoConfigurationClasses.length];
		for (int i = 0; i < match.length; i++) {
			String name = autoConfigurationClasses[i];
			match[i] = !this.commandMode || name == null
					|| NOT_NEEDED.stream()
						.filter((module) -> !(this.readsEntities && module.equals(HIBERNATE)))
						.noneMatch((module) -> name.startsWith("org.springframework.boot." + module + "."));
		}
		return match;
	}

}
