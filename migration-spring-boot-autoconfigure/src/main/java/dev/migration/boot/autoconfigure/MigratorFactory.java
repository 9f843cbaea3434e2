package dev.migration.boot.autoconfigure;

import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import dev.migration.MigrationHook;
import dev.migration.Migration;
import dev.migration.MigrationException;
import dev.migration.MigrationListener;
import dev.migration.Migrator;
import dev.migration.MismatchPolicy;
import dev.migration.NothingToCompareException;
import dev.migration.TargetSchemaSource;
import dev.migration.autogenerate.ComparisonHook;
import dev.migration.autogenerate.source.SourceWriter;
import dev.migration.runtime.MigratorBuilder;
import dev.migration.script.LocationRevisionSource;
import dev.migration.script.RevisionIndex;
import dev.migration.script.RevisionSource;

/**
 * Makes migrators whose revisions are beans, or take beans.
 */
class MigratorFactory {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ParticipatingBeans participants;

	MigratorFactory(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		this.participants = new ParticipatingBeans(beanFactory);
	}

	Migrator create(RevisionDataSource dataSource, Supplier<List<String>> locations, Beans beans,
			MigratorSettings settings) {
		ClassLoader classLoader = classLoader();
		MigratorBuilder builder = MigratorBuilder.forDataSource(dataSource.revisions())
			.revisions(beans.revisions().and(() -> located(locations.get(), classLoader, settings.encoding()).load()))
			.hooks(beans.others().of(MigrationHook.class))
			.listener(new StartupSteps(this.beanFactory.getApplicationStartup()))
			.listeners(beans.others().of(MigrationListener.class))
			.comparisonHooks(beans.others().of(ComparisonHook.class))
			.sourceWriters(beans.others().of(SourceWriter.class))
			.targetSchema((product) -> targetSchema(dataSource.application(), beans).read(product))
			.classLoader(classLoader);
		settings.applyTo(builder);
		beans.others()
			.of(MigratorBuilderCustomizer.class)
			.get()
			.forEach((customizer) -> customize(builder, customizer));
		return builder.build();
	}

	private static void customize(MigratorBuilder builder, MigratorBuilderCustomizer customizer) {
		try {
			customizer.customize(builder);
		}
		catch (MigrationException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw ParticipantFailedException.failed(customizer, ex);
		}
	}

	/**
	 * There is an index if the application was processed ahead of time.
	 */
	private RevisionSource located(List<String> locations, ClassLoader classLoader, Charset encoding) {
		return new LocationRevisionSource(locations, classLoader, this::revision, encoding)
			.withIndex(this.beanFactory.getBeanProvider(RevisionIndex.class).getIfAvailable());
	}

	private Migration revision(Class<? extends Migration> type) {
		return this.participants.make("The revision " + type.getName(), () -> this.beanFactory.createBean(type));
	}

	/**
	 * Only when it is asked for: there is none without JPA, and to look for it makes
	 * beans.
	 */
	private TargetSchemaSource targetSchema(DataSource dataSource, Beans beans) {
		TargetSchemaSource own = beans.others().own(TargetSchemaSource.class);
		if (own != null) {
			return own;
		}
		TargetSchemaSources all = this.beanFactory.getBeanProvider(TargetSchemaSources.class).getIfAvailable();
		if (all == null) {
			throw new NothingToCompareException();
		}
		return all.of(dataSource);
	}

	private ClassLoader classLoader() {
		ClassLoader classLoader = this.beanFactory.getBeanClassLoader();
		return (classLoader != null) ? classLoader : MigratorFactory.class.getClassLoader();
	}

	/**
	 * What takes part in the runs as a bean.
	 *
	 * @param revisions finds the revisions
	 * @param others finds what else takes part
	 */
	record Beans(BeanRevisionSource revisions, BeansForDatabase others) {
	}

}
