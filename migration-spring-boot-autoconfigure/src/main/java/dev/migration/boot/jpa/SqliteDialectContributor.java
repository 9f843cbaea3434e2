package dev.migration.boot.jpa;

import java.util.Map;

import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.engine.jdbc.dialect.internal.DialectResolverInitiator;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolver;
import org.hibernate.service.spi.ServiceContributor;
import org.hibernate.service.spi.ServiceRegistryImplementor;

/**
 * Lets an entity manager factory that asks for it have the dialect of this project on
 * SQLite. A resolver that is only named in the settings would be asked after that of
 * Hibernate. Nothing changes for who does not ask, nor without Hibernate's dialect for
 * SQLite.
 */
public final class SqliteDialectContributor implements ServiceContributor {

	/**
	 * Asks for the dialect.
	 */
	static final String SETTING = "dev.migration.sqlite-dialect";

	@Override
	public void contribute(StandardServiceRegistryBuilder builder) {
		if (builder.getSettings().containsKey(SETTING)) {
			builder.addInitiator(new Initiator());
		}
	}

	/**
	 * Wraps the resolvers that Hibernate would ask.
	 */
	private static final class Initiator implements StandardServiceInitiator<DialectResolver> {

		@Override
		public Class<DialectResolver> getServiceInitiated() {
			return DialectResolver.class;
		}

		@Override
		public DialectResolver initiateService(Map<String, Object> settings, ServiceRegistryImplementor registry) {
			return new SqliteDialectResolver(DialectResolverInitiator.INSTANCE.initiateService(settings, registry));
		}

	}

}
