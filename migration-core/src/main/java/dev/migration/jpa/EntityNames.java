package dev.migration.jpa;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.hibernate.engine.jdbc.env.spi.NameQualifierSupport;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

import dev.migration.schema.ColumnName;
import dev.migration.schema.QualifiedName;

/**
 * Turns Hibernate's identifiers into names as they are meant. A name that is not quoted
 * becomes lower case, unless the database keeps the case of such names.
 */
final class EntityNames {

	/**
	 * An MD5 in base 35 behind the kind, as Hibernate's {@code NamingHelper} makes it.
	 */
	private static final Pattern GENERATED = Pattern.compile("(FK|UK|IDX)_?(?=[a-y]*\\d)[0-9a-y]{20,25}");

	private final Database database;

	private final IdentifierHelper helper;

	private final @Nullable String defaultSchema;

	private final boolean usesCatalogs;

	EntityNames(Metadata metadata) {
		this.database = metadata.getDatabase();
		this.helper = this.database.getJdbcEnvironment().getIdentifierHelper();
		this.usesCatalogs = this.database.getJdbcEnvironment()
			.getNameQualifierSupport() == NameQualifierSupport.CATALOG;
		this.defaultSchema = defaultSchema(metadata);
	}

	private @Nullable String defaultSchema(Metadata metadata) {
		Map<String, Object> settings = ((MetadataImplementor) metadata).getMetadataBuildingOptions()
			.getServiceRegistry()
			.requireService(ConfigurationService.class)
			.getSettings();
		Object value = settings
			.get(this.usesCatalogs ? MappingSettings.DEFAULT_CATALOG : MappingSettings.DEFAULT_SCHEMA);
		return (value instanceof String text && !text.isBlank()) ? name(this.database.toIdentifier(text)) : null;
	}

	String name(Identifier identifier) {
		String text = identifier.getText();
		if (identifier.isQuoted()) {
			return text;
		}
		boolean keepsCase = this.helper.toMetaDataObjectName(Identifier.toIdentifier("aB")).equals("aB");
		return keepsCase ? text : text.toLowerCase(Locale.ROOT);
	}

	/**
	 * Return a name that somebody wrote, as the database would take it.
	 * @param written the name, perhaps in quotes
	 * @return the name
	 */
	String name(String written) {
		return name(this.database.toIdentifier(written));
	}

	QualifiedName table(Table table) {
		return qualified(table.getCatalogIdentifier(), table.getSchemaIdentifier(), table.getNameIdentifier());
	}

	QualifiedName qualified(@Nullable Identifier catalog, @Nullable Identifier schema, Identifier object) {
		Identifier qualifier = this.usesCatalogs ? catalog : schema;
		return new QualifiedName((qualifier != null) ? name(qualifier) : this.defaultSchema, name(object));
	}

	String column(Column column) {
		return name(column.getNameIdentifier(this.database));
	}

	ColumnName column(Table table, Column column) {
		return new ColumnName(table(table), column(column));
	}

	/**
	 * Return the name of a constraint or index, if somebody chose it.
	 * @param name the name in Hibernate's metadata
	 * @return the name, or {@code null} if Hibernate made it up
	 */
	@Nullable String chosen(@Nullable String name) {
		if (name == null || name.isBlank() || GENERATED.matcher(name).matches()) {
			return null;
		}
		return name(name);
	}

}
