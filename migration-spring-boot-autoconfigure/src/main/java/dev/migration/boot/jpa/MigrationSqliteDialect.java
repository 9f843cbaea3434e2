package dev.migration.boot.jpa;

import java.util.Set;

import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.temptable.StandardLocalTemporaryTableStrategy;
import org.hibernate.dialect.temptable.TemporaryTableStrategy;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.query.sqm.mutation.internal.temptable.LocalTemporaryTableInsertStrategy;
import org.hibernate.query.sqm.mutation.internal.temptable.LocalTemporaryTableMutationStrategy;
import org.hibernate.query.sqm.mutation.spi.AfterUseAction;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableInsertStrategy;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableMutationStrategy;
import org.hibernate.type.SqlTypes;

/**
 * Hibernate's SQLite dialect, with a schema validation that accepts an identity of type
 * {@code Long}. SQLite only numbers a column that is declared as {@code INTEGER}, which
 * holds 64 bits there whatever its name; Hibernate creates it so and then refuses it.
 * <p>
 * What a bulk statement needs is kept in temporary tables. Hibernate would create
 * ordinary ones at the start, which no revision knows.
 */
public class MigrationSqliteDialect extends SQLiteDialect {

	private static final Set<Integer> INTEGERS = Set.of(SqlTypes.TINYINT, SqlTypes.SMALLINT, SqlTypes.INTEGER,
			SqlTypes.BIGINT);

	private static final TemporaryTableStrategy TEMPORARY_TABLES = new TemporaryTables();

	/**
	 * Create a new dialect.
	 */
	public MigrationSqliteDialect() {
		super(DatabaseVersion.make(3, 35));
	}

	/**
	 * Create a new dialect.
	 * @param info the database
	 */
	public MigrationSqliteDialect(DialectResolutionInfo info) {
		super(info);
	}

	@Override
	public SqmMultiTableMutationStrategy getFallbackSqmMutationStrategy(EntityMappingType entity,
			RuntimeModelCreationContext context) {
		return new LocalTemporaryTableMutationStrategy(entity, context);
	}

	@Override
	public SqmMultiTableInsertStrategy getFallbackSqmInsertStrategy(EntityMappingType entity,
			RuntimeModelCreationContext context) {
		return new LocalTemporaryTableInsertStrategy(entity, context);
	}

	@Override
	public TemporaryTableStrategy getLocalTemporaryTableStrategy() {
		return TEMPORARY_TABLES;
	}

	@Override
	public boolean equivalentTypes(int typeCode1, int typeCode2) {
		return super.equivalentTypes(typeCode1, typeCode2)
				|| (INTEGERS.contains(typeCode1) && INTEGERS.contains(typeCode2));
	}

	/**
	 * Temporary tables that end with the statement.
	 */
	private static final class TemporaryTables extends StandardLocalTemporaryTableStrategy {

		@Override
		public String getTemporaryTableCreateCommand() {
			return "create temporary table if not exists";
		}

		@Override
		public AfterUseAction getTemporaryTableAfterUseAction() {
			return AfterUseAction.DROP;
		}

	}

}
