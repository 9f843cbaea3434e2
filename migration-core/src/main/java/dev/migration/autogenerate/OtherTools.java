package dev.migration.autogenerate;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migration.schema.QualifiedName;

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

	private OtherTools() {
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
