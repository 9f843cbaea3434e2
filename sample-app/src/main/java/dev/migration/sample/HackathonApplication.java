package dev.migration.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The backend of a hackathon.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HackathonApplication {

	/**
	 * Start the application, or run a command such as {@code migrate upgrade head}.
	 * @param args the arguments
	 */
	public static void main(String[] args) {
		SpringApplication.run(HackathonApplication.class, args);
	}

}
