package dev.migration.boot.actuate;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;

import dev.migration.Migrators;
import dev.migration.boot.autoconfigure.MigratorsAutoConfiguration;

/**
 * Auto-configuration for {@link MigrationsEndpoint}.
 */
@AutoConfiguration(after = MigratorsAutoConfiguration.class)
@ConditionalOnClass({ Migrators.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnAvailableEndpoint(MigrationsEndpoint.class)
@ImportRuntimeHints(PageHints.class)
public final class MigrationsEndpointAutoConfiguration {

	private static final EndpointId ID = EndpointId.of("migrations");

	@Bean
	@ConditionalOnBean(Migrators.class)
	@ConditionalOnMissingBean
	MigrationsEndpoint migrationsEndpoint(ApplicationContext context) {
		return new MigrationsEndpoint(context);
	}

	@Bean
	@ConditionalOnBean(MigrationsEndpoint.class)
	@ConditionalOnMissingBean
	MigrationsEndpointWebExtension migrationsEndpointWebExtension(MigrationsEndpoint endpoint,
			ObjectProvider<PathMappedEndpoints> paths) {
		return new MigrationsEndpointWebExtension(endpoint, () -> path(paths));
	}

	/**
	 * Asked late, since the paths are made of the endpoints.
	 */
	private static String path(ObjectProvider<PathMappedEndpoints> paths) {
		PathMappedEndpoints mapped = paths.getIfAvailable();
		String path = (mapped != null) ? mapped.getPath(ID) : null;
		return (path != null) ? path : ID.toString();
	}

}
