package dev.migration.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.Column;
import dev.migration.schema.Computed;
import dev.migration.schema.Constraint;
import dev.migration.schema.Identity;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Table;
import dev.migration.schema.TableComment;
import dev.migration.schema.TableElement;
import dev.migration.schema.Type;

/**
 * Reads the tables with their columns.
 */
final class H2TableReader {

	private static final H2Query TABLES = new H2Query("SELECT table_schema, table_name, remarks"
			+ " FROM information_schema.tables WHERE ARRAY_CONTAINS(?, table_schema) AND table_type = 'BASE TABLE'"
			+ " ORDER BY table_schema, table_name");

	private static final H2Query COLUMNS = new H2Query("SELECT table_schema, table_name, column_name,"
			+ " DATA_TYPE_SQL(table_schema, table_name, 'TABLE', dtd_identifier) AS type, domain_schema, domain_name,"
			+ " column_default, is_nullable, is_identity, identity_generation, identity_start, identity_increment,"
			+ " identity_minimum, identity_maximum, identity_cache, identity_cycle, is_generated,"
			+ " generation_expression, remarks FROM information_schema.columns"
			+ " WHERE ARRAY_CONTAINS(?, table_schema) ORDER BY table_schema, table_name, ordinal_position");

	private final H2Names names;

	private final H2Types types;

	private final Map<QualifiedName, List<TableElement>> tables = new LinkedHashMap<>();

	private H2TableReader(H2Names names, H2Types types) {
		this.names = names;
		this.types = types;
	}

	/**
	 * Read the tables.
	 * @param connection the connection
	 * @param schemas the schemas, as they are stored
	 * @param names what the database does with names
	 * @param types reads the types
	 */
	static List<Table> read(Connection connection, Collection<String> schemas, H2Names names, H2Types types)
			throws SQLException {
		H2TableReader reader = new H2TableReader(names, types);
		TABLES.forEach(connection, schemas, reader::table);
		COLUMNS.forEach(connection, schemas, reader::column);
		H2ConstraintReader.read(connection, schemas, names).forEach(reader::add);
		List<Table> tables = new ArrayList<>();
		reader.tables.forEach((name, elements) -> tables.add(Table.of(name, elements)));
		return tables;
	}

	private void add(QualifiedName table, List<Constraint> constraints) {
		List<TableElement> elements = this.tables.get(table);
		if (elements != null) {
			elements.addAll(constraints);
		}
	}

	private QualifiedName name(ResultSet row) throws SQLException {
		return this.names.name(row.getString("table_schema"), row.getString("table_name"));
	}

	private void table(ResultSet row) throws SQLException {
		List<TableElement> elements = new ArrayList<>();
		String comment = row.getString("remarks");
		if (comment != null && !comment.isEmpty()) {
			elements.add(new TableComment(comment));
		}
		this.tables.put(name(row), elements);
	}

	private void column(ResultSet row) throws SQLException {
		List<TableElement> elements = this.tables.get(name(row));
		if (elements == null) {
			return;
		}
		String name = this.names.meant(row.getString("column_name"));
		String type = row.getString("type");
		String expression = row.getString("generation_expression");
		Computed computed = "ALWAYS".equals(row.getString("is_generated")) && expression != null
				? new Computed(expression, true) : null;
		Identity identity = "YES".equals(row.getString("is_identity")) ? identity(row, type) : null;
		String text = row.getString("column_default");
		ServerDefault serverDefault = (text != null && computed == null && identity == null)
				? H2Defaults.read(text, type) : null;
		String comment = row.getString("remarks");
		elements
			.add(new Column(name, type(row, type, name), "YES".equals(row.getString("is_nullable")), false, identity,
					serverDefault, computed, null, (comment != null && comment.isEmpty()) ? null : comment, List.of()));
	}

	private static Identity identity(ResultSet row, String type) throws SQLException {
		return new Identity("ALWAYS".equals(row.getString("identity_generation")),
				H2Counting.read(row, "identity_", type));
	}

	private Type type(ResultSet row, String type, String column) throws SQLException {
		String domain = row.getString("domain_name");
		if (domain == null) {
			return this.types.read(type, column);
		}
		QualifiedName name = this.names.name(row.getString("domain_schema"), domain);
		return new Type.Verbatim(quoted(name.schema()) + this.names.quote().apply(name.name()));
	}

	private String quoted(@Nullable String schema) {
		return (schema != null) ? this.names.quote().apply(schema) + "." : "";
	}

}
