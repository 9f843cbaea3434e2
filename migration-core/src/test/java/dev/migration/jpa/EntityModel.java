package dev.migration.jpa;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import dev.migration.schema.Column;
import dev.migration.schema.ColumnName;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;
import dev.migration.schema.TargetSchema;
import dev.migration.test.TestDatabase;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.tool.schema.internal.SchemaCreatorImpl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Entities as Hibernate sees them for a database that nobody asks.
 */
final class EntityModel {

	private EntityModel() {
	}

	static Metadata metadata(Product product, Map<String, Object> settings, Class<?>... entities) {
		StandardServiceRegistryBuilder registry = new StandardServiceRegistryBuilder()
			.applySetting(JdbcSettings.ALLOW_METADATA_ON_BOOT, false)
			.applySetting(JdbcSettings.JAKARTA_HBM2DDL_DB_NAME, product.productName)
			.applySetting(JdbcSettings.JAKARTA_HBM2DDL_DB_VERSION, product.major + "." + product.minor)
			.applySetting(JdbcSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, product.major)
			.applySetting(JdbcSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION, product.minor)
			.applySetting(MappingSettings.PHYSICAL_NAMING_STRATEGY, PhysicalNamingStrategySnakeCaseImpl.class.getName())
			.applySettings(settings);
		MetadataSources sources = new MetadataSources(registry.build());
		List.of(entities).forEach(sources::addAnnotatedClass);
		return sources.buildMetadata();
	}

	/**
	 * Return the metadata for a database as an application on it would have them, with
	 * quotes around the words that need them.
	 */
	static Metadata metadata(TestDatabase database, Class<?>... entities) throws SQLException {
		try (Connection connection = database.connect()) {
			DatabaseMetaData server = connection.getMetaData();
			Map<String, Object> settings = Map.of(MappingSettings.KEYWORD_AUTO_QUOTING_ENABLED, true,
					JdbcSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, server.getDatabaseMajorVersion(),
					JdbcSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION, server.getDatabaseMinorVersion(),
					JdbcSettings.JAKARTA_HBM2DDL_DB_VERSION, server.getDatabaseProductVersion());
			return metadata(Product.valueOf(database.kind().name()), settings, entities);
		}
	}

	/**
	 * Return the statements by which Hibernate creates the schema.
	 */
	static String[] creation(Metadata metadata) {
		return new SchemaCreatorImpl(((MetadataImplementor) metadata).getMetadataBuildingOptions().getServiceRegistry())
			.generateCreationCommands(metadata, false)
			.toArray(String[]::new);
	}

	static TargetSchema read(Product product, Class<?>... entities) {
		return EntitySchema.read(metadata(product, Map.of(), entities));
	}

	static TargetSchema read(Class<?>... entities) {
		return read(Product.POSTGRESQL, entities);
	}

	static Table table(TargetSchema target, String name) {
		return target.schema()
			.table(QualifiedName.of(name))
			.orElseThrow(() -> new AssertionError("No table " + name + " in " + target.schema().tables()));
	}

	static Table table(String name, Class<?>... entities) {
		return table(read(entities), name);
	}

	static Column column(Table table, String name) {
		Column column = table.column(name);
		assertThat(column).as("column %s of %s", name, table).isNotNull();
		return column;
	}

	static ColumnName name(String table, String column) {
		return new ColumnName(QualifiedName.of(table), column);
	}

	/**
	 * The databases, in a version that has all types.
	 */
	enum Product {

		POSTGRESQL("PostgreSQL", 18, 1), H2("H2", 2, 4), SQLITE("SQLite", 3, 50), MARIADB("MariaDB", 11, 8),
		MYSQL("MySQL", 8, 4);

		private final String productName;

		private final int major;

		private final int minor;

		Product(String productName, int major, int minor) {
			this.productName = productName;
			this.major = major;
			this.minor = minor;
		}

	}

}
