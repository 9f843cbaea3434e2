package dev.migration.boot.jpa;

import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolver;
import org.jspecify.annotations.Nullable;

/**
 * Takes the dialect of this project where Hibernate would take its own for SQLite. Any
 * other that the application has goes first.
 */
final class SqliteDialectResolver implements DialectResolver {

	private final DialectResolver resolver;

	SqliteDialectResolver(DialectResolver resolver) {
		this.resolver = resolver;
	}

	@Override
	public @Nullable Dialect resolveDialect(DialectResolutionInfo info) {
		Dialect dialect = this.resolver.resolveDialect(info);
		return (dialect != null && dialect.getClass() == SQLiteDialect.class) ? new MigrationSqliteDialect(info)
				: dialect;
	}

}
