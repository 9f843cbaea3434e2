package dev.migration.sample.judging;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The jury that a new database begins with.
 *
 * @param judges the names of its members
 */
@ConfigurationProperties("hackathon")
public record JuryProperties(@DefaultValue List<String> judges) {

	public JuryProperties {
		judges = List.copyOf(judges);
	}

}
