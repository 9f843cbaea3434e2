package dev.migration.autogenerate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;

/**
 * Knows the tables and sequences that libraries keep for themselves. They have no entity,
 * and must not be dropped for it.
 */
final class OtherTools {

	private static final Set<String> NAMES = Set.of(
			// Migration tools
			"flyway_schema_history", "schema_version", "databasechangelog", "databasechangeloglock", "alembic_version",
			// Spring
			"spring_session", "spring_session_attributes", "oauth2_authorization", "oauth2_authorization_consent",
			"oauth2_registered_client", "persistent_logins", "event_publication", "event_publication_archive",
			"spring_ai_chat_memory", "vector_store",
			// Locks and jobs
			"shedlock", "scheduled_tasks",
			// PostGIS and SpatiaLite
			"spatial_ref_sys", "geometry_columns", "geography_columns", "raster_columns", "raster_overviews",
			"spatial_ref_sys_aux", "spatialite_history", "sql_statements_log");

	private static final List<String> PREFIXES = List.of("qrtz_", "batch_job_", "batch_step_", "int_message",
			"int_group_to_message", "int_channel_message", "int_lock", "int_metadata_store", "jobrunr_", "pgstac_");

	private static final List<String> BULK_PREFIXES = List.of("ht_", "hte_");

	private static final String BULK_SESSION = "hib_sess_id";

	private OtherTools() {
	}

	/**
	 * Leave out the tables in which Hibernate keeps the rows of a bulk statement. It
	 * creates them by itself, as ordinary tables where it knows no temporary ones.
	 */
	static Schema withoutBulkTables(Schema schema) {
		Set<QualifiedName> bulk = schema.tables()
			.stream()
			.filter(OtherTools::isBulkTable)
			.map(Table::name)
			.collect(Collectors.toSet());
		return bulk.isEmpty() ? schema
				: new Schema(schema.tables().stream().filter((table) -> !bulk.contains(table.name())).toList(),
						schema.indexes().stream().filter((index) -> !bulk.contains(index.table())).toList(),
						schema.sequences(), schema.enumTypes(), schema.schemas());
	}

	private static boolean isBulkTable(Table table) {
		String name = table.name().name().toLowerCase(Locale.ROOT);
		return BULK_PREFIXES.stream().anyMatch(name::startsWith)
				&& table.columns().stream().anyMatch((column) -> column.name().equalsIgnoreCase(BULK_SESSION));
	}

	static boolean isTable(QualifiedName table) {
		return isKnown(table.name());
	}

	static boolean isSequence(QualifiedName sequence) {
		return isKnown(sequence.name());
	}

	private static boolean isKnown(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return NAMES.contains(lower) || PREFIXES.stream().anyMatch(lower::startsWith);
	}

}
