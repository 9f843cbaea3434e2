package dev.migration.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SchemaInspector;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.SqlText;
import dev.migration.schema.Trigger;
import dev.migration.schema.View;

/**
 * Reads the information schema of H2.
 */
final class H2Inspector implements SchemaInspector {

	private static final H2Query SEQUENCES = new H2Query("SELECT sequence_schema, sequence_name, data_type,"
			+ " start_value AS seq_start, increment AS seq_increment, minimum_value AS seq_minimum,"
			+ " maximum_value AS seq_maximum, cache AS seq_cache, cycle_option AS seq_cycle"
			+ " FROM information_schema.sequences WHERE ARRAY_CONTAINS(?, sequence_schema)"
			+ " ORDER BY sequence_schema, sequence_name");

	private static final H2Query SCHEMAS = new H2Query(
			"SELECT schema_name FROM information_schema.schemata WHERE ARRAY_CONTAINS(?, schema_name)");

	private static final String ALL_SCHEMAS = "SELECT schema_name FROM information_schema.schemata"
			+ " WHERE schema_name <> 'INFORMATION_SCHEMA' AND schema_name <> CURRENT_SCHEMA ORDER BY schema_name";

	private static final H2Query VIEWS = new H2Query("SELECT table_schema, table_name, view_definition"
			+ " FROM information_schema.views WHERE ARRAY_CONTAINS(?, table_schema) ORDER BY table_schema, table_name");

	private final H2Dialect dialect;

	H2Inspector(H2Dialect dialect) {
		this.dialect = dialect;
	}

	@Override
	public Schema inspect(Connection connection, Collection<String> schemas) throws SQLException {
		return read(connection, schemas, H2Names.read(connection, this.dialect::quote));
	}

	private Schema read(Connection connection, Collection<String> schemas, H2Names names) throws SQLException {
		RenderContext context = RenderContext.offline(this.dialect.version(connection), NamingConvention.DEFAULT);
		H2Types types = new H2Types(this.dialect.renderer(context).definitions(), names.textType());
		Set<String> stored = names.schemas(schemas);
		List<Sequence> sequences = new ArrayList<>();
		SEQUENCES.forEach(connection, stored,
				(row) -> sequences
					.add(new Sequence(names.name(row.getString("sequence_schema"), row.getString("sequence_name")),
							H2Counting.read(row, "seq_", row.getString("data_type")))));
		return new Schema(H2TableReader.read(connection, stored, names, types),
				H2IndexReader.read(connection, stored, names), sequences, List.of(),
				schemas(connection, stored, names));
	}

	@Override
	public List<View> views(Connection connection, Collection<String> schemas) throws SQLException {
		H2Names names = H2Names.read(connection, this.dialect::quote);
		List<View> views = new ArrayList<>();
		VIEWS.forEach(connection, names.schemas(schemas),
				(row) -> views.add(new View(names.name(row.getString("table_schema"), row.getString("table_name")),
						new SqlText(row.getString("view_definition"), Map.of()), false)));
		return views;
	}

	@Override
	public List<Trigger> triggers(Connection connection, Collection<String> schemas) throws SQLException {
		return programs(connection).triggers(schemas);
	}

	@Override
	public List<String> others(Connection connection, Collection<String> schemas) throws SQLException {
		return programs(connection).others(schemas);
	}

	private H2Programs programs(Connection connection) throws SQLException {
		return new H2Programs(connection, H2Names.read(connection, this.dialect::quote), this.dialect);
	}

	@Override
	public Set<String> schemas(Connection connection) throws SQLException {
		H2Names names = H2Names.read(connection, this.dialect::quote);
		Set<String> schemas = new LinkedHashSet<>();
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(ALL_SCHEMAS)) {
			while (row.next()) {
				schemas.add(names.meant(row.getString(1)));
			}
		}
		return schemas;
	}

	private static Set<String> schemas(Connection connection, Set<String> stored, H2Names names) throws SQLException {
		Set<String> schemas = new HashSet<>();
		SCHEMAS.forEach(connection, stored, (row) -> schemas.add(names.meant(row.getString("schema_name"))));
		schemas.remove(names.meant(names.defaultSchema()));
		return schemas;
	}

	/**
	 * H2 commits with each change of the schema, so the definitions are created in a
	 * database of their own, set as this one is.
	 */
	@Override
	public Schema canonical(Connection connection, Schema schema, RenderContext context) throws SQLException {
		H2Names names = H2Names.read(connection, this.dialect::quote);
		H2Scratch scratch = new H2Scratch(this.dialect.renderer(context.offline()), names, schema);
		try (Connection database = scratch.open(connection)) {
			scratch.create(database);
			return scratch.restore(read(database, scratch.schemas(), H2Names.read(database, this.dialect::quote)));
		}
	}

}
