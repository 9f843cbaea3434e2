package dev.migration.boot.command;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import dev.migration.Migrators;
import dev.migration.boot.env.DatabaseNames;
import dev.migration.boot.env.OfflineCommand;
import dev.migration.boot.jpa.ClosedEntityManagers;
import dev.migration.cli.MigrateCli;

/**
 * Turns a run of the application into a command, when its arguments say so: the
 * application's own context, but lazy and without a web server, and it ends before
 * anything of it starts. So whatever the application does to its {@code DataSource} and
 * its configuration holds for the command too.
 */
class CommandRunListener implements SpringApplicationRunListener, Ordered {

	/**
	 * Set while a command runs.
	 */
	static final String COMMAND_MODE_PROPERTY = "migration.command-mode";

	/**
	 * Set while a command runs that compares the database with the entities.
	 */
	static final String READS_ENTITIES_PROPERTY = "migration.command-reads-entities";

	private static final String EXECUTION_BEAN = "migrateCommandExecution";

	/**
	 * It would start the application a second time, and end the first.
	 */
	private static final String RESTART_PROPERTY = "spring.devtools.restart.enabled";

	private final SpringApplication application;

	private final Optional<CommandArguments> arguments;

	private @Nullable PrintStream results;

	private @Nullable String offlineDialect;

	CommandRunListener(SpringApplication application, String[] args) {
		this.application = application;
		this.arguments = CommandArguments.of(args);
	}

	/**
	 * Before the listener of Boot itself, which begins the logging.
	 */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void starting(ConfigurableBootstrapContext bootstrapContext) {
		this.arguments.ifPresent((command) -> {
			MigrateCli cli = new MigrateCli(CommandRunListener::noMigrator, writer(System.out), writer(System.err));
			if (cli.isSelfContained(command.toArray())) {
				System.exit(cli.run(command.toArray()));
			}
			System.setProperty(RESTART_PROPERTY, "false");
			this.offlineDialect = cli.offlineDialect(command.toArray()).orElse(null);
			// Logs, the banner and whatever the application prints must not mix with the
			// results.
			this.results = System.out;
			System.setOut(System.err);
		});
	}

	private static Migrators noMigrator() {
		throw new IllegalStateException("There is no database in this command");
	}

	@Override
	public void environmentPrepared(ConfigurableBootstrapContext bootstrapContext,
			ConfigurableEnvironment environment) {
		if (this.arguments.isEmpty()) {
			return;
		}
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put(COMMAND_MODE_PROPERTY, "true");
		if (this.offlineDialect != null) {
			properties.put(OfflineCommand.PROPERTY, this.offlineDialect);
		}
		if (this.arguments.get().readsEntities()) {
			properties.put(READS_ENTITIES_PROPERTY, "true");
			// Else Boot would ask the database whether it is an embedded one.
			properties.put("spring.jpa.hibernate.ddl-auto", "none");
		}
		properties.put("migration.on-startup", "none");
		properties.put("spring.main.web-application-type", "none");
		properties.put("spring.main.lazy-initialization", "true");
		properties.put("spring.main.banner-mode", "off");
		properties.put("spring.main.log-startup-info", "false");
		properties.put("spring.main.register-shutdown-hook", "false");
		environment.getPropertySources().addFirst(new MapPropertySource("migrateCommand", properties));
		// The results say what was done; the log is for what is wrong, unless the
		// application wants more.
		Map<String, Object> defaults = Map.of("logging.level.root", "warn",
				"logging.level.dev.migration.runtime.LockWait", "info",
				// Says in one long line what the failure analysis is about to say.
				"logging.level." + AnnotationConfigApplicationContext.class.getName(), "error");
		DefaultPropertiesPropertySource.addOrMerge(defaults, environment.getPropertySources());
	}

	@Override
	public void contextLoaded(ConfigurableApplicationContext context) {
		this.arguments.ifPresent((command) -> {
			leaveEachDatabaseAlone(context.getEnvironment());
			PrintStream out = (this.results != null) ? this.results : System.out;
			RootBeanDefinition definition = new RootBeanDefinition(CommandExecution.class,
					() -> new CommandExecution(context, this.application.getMainApplicationClass(), command,
							writer(out), writer(System.err)));
			definition.setLazyInit(false);
			definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
			((BeanDefinitionRegistry) context.getBeanFactory()).registerBeanDefinition(EXECUTION_BEAN, definition);
			context.addBeanFactoryPostProcessor(CommandRunListener::makeEverythingElseLazy);
			// One that the application defines itself is there in every command, and in a
			// context that was processed ahead of time that of Spring Boot is too.
			context.addBeanFactoryPostProcessor(new ClosedEntityManagers());
		});
	}

	/**
	 * What one of several databases says of its own start-up goes before
	 * {@code migration.on-startup}. Its name is in the configuration files, which are
	 * only read by now.
	 */
	private static void leaveEachDatabaseAlone(ConfigurableEnvironment environment) {
		Map<String, Object> properties = new LinkedHashMap<>();
		for (String name : DatabaseNames.of(environment)) {
			properties.put(DatabaseNames.prefix(name) + ".on-startup", "none");
		}
		environment.getPropertySources().addFirst(new MapPropertySource("migrateCommandDatabases", properties));
	}

	/**
	 * Boot's own laziness spares some beans, such as those with scheduled methods.
	 */
	private static void makeEverythingElseLazy(ConfigurableListableBeanFactory beanFactory) {
		for (String name : beanFactory.getBeanDefinitionNames()) {
			if (!name.equals(EXECUTION_BEAN)) {
				beanFactory.getBeanDefinition(name).setLazyInit(true);
			}
		}
	}

	/**
	 * SQL that is redirected to a file must not depend on the locale, which in a
	 * container often only knows ASCII. A Windows console shows no UTF-8.
	 */
	private static PrintWriter writer(PrintStream stream) {
		boolean windows = System.getProperty("os.name", "").startsWith("Windows");
		Charset charset = (windows) ? Charset.defaultCharset() : StandardCharsets.UTF_8;
		return new PrintWriter(new OutputStreamWriter(stream, charset), true);
	}

}
