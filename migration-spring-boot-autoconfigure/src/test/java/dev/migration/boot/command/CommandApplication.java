package dev.migration.boot.command;

import java.util.TreeMap;

import javax.sql.DataSource;

import com.example.hackathon.AppliedRevisions;
import dev.migration.MigrationHook;
import dev.migration.MigrationRun;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * An application that does what no command may trigger, and that defines its own
 * {@code DataSource}.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
class CommandApplication {

	public static void main(String[] args) {
		SpringApplication.run(CommandApplication.class, args);
	}

	@Bean
	DataSource dataSource() {
		return new DriverManagerDataSource(System.getProperty("test.url"));
	}

	@Bean
	ApplicationRunner runner() {
		return (arguments) -> System.out.println("the runner ran");
	}

	@Bean
	MigrationHook hook() {
		return new Hook();
	}

	@Bean
	AppliedRevisions appliedRevisions() {
		return new AppliedRevisions();
	}

	@Bean
	Job job() {
		return new Job();
	}

	@Bean
	@Lazy(false)
	Object eager() {
		throw new IllegalStateException("the eager bean was made");
	}

	@EventListener
	void refreshed(ContextRefreshedEvent event) {
		System.out.println("the context was refreshed");
	}

	static class Hook implements MigrationHook {

		Hook() {
			System.out.println("the hook came to be");
		}

		@Override
		public void beforeRun(MigrationRun run) {
			System.out
				.println("the hook saw " + new TreeMap<>(run.request().arguments()) + " tagged " + run.request().tag());
		}

	}

	static class Job {

		Job() {
			throw new IllegalStateException("the job was made");
		}

		@Scheduled(fixedRate = 1)
		void run() {
		}

	}

}
