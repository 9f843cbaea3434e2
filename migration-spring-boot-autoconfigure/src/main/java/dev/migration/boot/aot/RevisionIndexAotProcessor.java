package dev.migration.boot.aot;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import javax.lang.model.element.Modifier;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.generate.GeneratedMethod;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

import dev.migration.Migration;
import dev.migration.Migrator;
import dev.migration.boot.autoconfigure.ConfiguredLocations;
import dev.migration.script.RevisionHints;
import dev.migration.script.RevisionIndex;

/**
 * Searches the configured locations when an application is built, and lets the
 * application start with the index of what is there. A revision that cannot be used fails
 * the build.
 */
class RevisionIndexAotProcessor implements BeanFactoryInitializationAotProcessor {

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		if (beanFactory.getBeanNamesForType(Migrator.class, true, false).length == 0) {
			return null;
		}
		ClassLoader classLoader = Objects.requireNonNullElseGet(beanFactory.getBeanClassLoader(),
				ClassUtils::getDefaultClassLoader);
		Environment environment = beanFactory.getBean(ConfigurableApplicationContext.ENVIRONMENT_BEAN_NAME,
				Environment.class);
		return new Contribution(RevisionIndex.of(ConfiguredLocations.of(environment), classLoader),
				revisionBeans(beanFactory), classLoader);
	}

	private static List<Class<?>> revisionBeans(ConfigurableListableBeanFactory beanFactory) {
		return Arrays.stream(beanFactory.getBeanNamesForType(Migration.class, true, false))
			.map(beanFactory::getType)
			.filter(Objects::nonNull)
			.<Class<?>>map(ClassUtils::getUserClass)
			.toList();
	}

	/**
	 * What is generated.
	 *
	 * @param index the revisions that were found
	 * @param beans the revisions that are beans
	 * @param classLoader the class loader of the application
	 */
	private record Contribution(RevisionIndex index, List<Class<?>> beans,
			ClassLoader classLoader) implements BeanFactoryInitializationAotContribution {

		@Override
		public void applyTo(GenerationContext context, BeanFactoryInitializationCode code) {
			// Each context of a test has an index of its own.
			String resource = ClassUtils.convertClassNameToResourcePath(code.getClassName().reflectionName())
					+ ".revisions";
			context.getGeneratedFiles().addResourceFile(resource, this.index.toText());
			context.getRuntimeHints().resources().registerPattern(resource);
			RevisionHints.registerIndex(context.getRuntimeHints(), this.index, this.classLoader);
			this.beans.forEach((type) -> RevisionHints.registerClass(context.getRuntimeHints(), type));
			code.addInitializer(registration(code, resource).toMethodReference());
		}

		private static GeneratedMethod registration(BeanFactoryInitializationCode code, String resource) {
			return code.getMethods()
				.add("registerRevisionIndex",
						(method) -> method.addJavadoc("Register the index of the revisions.")
							.addModifiers(Modifier.PRIVATE)
							.addParameter(DefaultListableBeanFactory.class,
									BeanFactoryInitializationCode.BEAN_FACTORY_VARIABLE)
							.addStatement("$T.register($L, $S)", RevisionIndexRegistration.class,
									BeanFactoryInitializationCode.BEAN_FACTORY_VARIABLE, resource));
		}

	}

}
