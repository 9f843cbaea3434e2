package dev.migration.boot.jpa;

import java.util.Set;

import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.type.SqlTypes;

/**
 * Hibernate's SQLite dialect, with a schema validation that accepts an identity of type
 * {@code Long}. SQLite only numbers a column that is declared as {@code INTEGER}, which
 * holds 64 bits there whatever its name; Hibernate creates it so and then refuses it.
 */
public class MigrationSqliteDialect extends SQLiteDialect {

	private static final Set<Integer> INTEGERS = Set.of(SqlTypes.TINYINT, SqlTypes.SMALLINT, SqlTypes.INTEGER,
			SqlTypes.BIGINT);

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
	public boolean equivalentTypes(int typeCode1, int typeCode2) {
		return super.equivalentTypes(typeCode1, typeCode2)
				|| (INTEGERS.contains(typeCode1) && INTEGERS.contains(typeCode2));
	}

}
