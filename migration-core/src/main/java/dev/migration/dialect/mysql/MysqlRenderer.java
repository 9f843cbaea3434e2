package dev.migration.dialect.mysql;

import java.sql.Connection;
import java.util.function.Function;
import java.util.List;

import dev.migration.dialect.ColumnRenderer;
import dev.migration.dialect.ConstraintRenderer;
import dev.migration.dialect.EnumTypeRenderer;
import dev.migration.dialect.IndexRenderer;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SchemaRenderer;
import dev.migration.dialect.SequenceRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.dialect.TriggerRenderer;
import dev.migration.dialect.TableRenderer;
import dev.migration.dialect.ViewRenderer;
import dev.migration.operation.Batch;
import dev.migration.operation.Operation;
import dev.migration.schema.QualifiedName;

/**
 * Renders the operations for MySQL and MariaDB.
 */
final class MysqlRenderer extends StandardRenderer {

	private final MysqlFamilyDialect dialect;

	MysqlRenderer(MysqlFamilyDialect dialect, RenderContext context) {
		super(dialect, context);
		this.dialect = dialect;
	}

	/**
	 * Return whether this is MariaDB.
	 * @return {@code false} for MySQL
	 */
	boolean isMariadb() {
		return this.dialect instanceof MariadbDialect;
	}

	String uuidType() {
		return this.dialect.uuidType();
	}

	/**
	 * Return the database as it is.
	 * @param operation the operation that must look at it
	 * @param reason what it must know
	 * @param action the way out when there is no database
	 * @return the catalogue
	 */
	Catalog catalog(Operation operation, String reason, String action) {
		return new Catalog(context().connection(operation, reason, action), this.dialect.displayName());
	}

	/**
	 * Return the catalogue to look whether something is there.
	 * @param operation the operation that depends on it
	 * @return the catalogue
	 */
	Catalog catalog(Operation operation) {
		return catalog(operation, "it only does something depending on what is there",
				"Leave out ifExists() or ifNotExists(), or run it on the database.");
	}

	/**
	 * Return a string where the grammar takes nothing but a plain string: comments and
	 * the values of an enum.
	 * @param text the text
	 * @return the SQL
	 */
	String plainString(String text) {
		boolean escapes = text.indexOf('\\') >= 0 && hasBackslashEscapes();
		return "'" + (escapes ? text.replace("\\", "\\\\") : text).replace("'", "''") + "'";
	}

	private boolean hasBackslashEscapes() {
		Connection connection = context().connection();
		return connection == null || new Catalog(connection, this.dialect.displayName()).hasBackslashEscapes();
	}

	/**
	 * Return what the server should do for foreign keys besides, which depends on the
	 * indexes that are there. Without a database it is nothing.
	 * @param table the table that changes
	 * @param clauses says what to do
	 * @return clauses of {@code ALTER TABLE}
	 */
	List<String> forForeignKeys(QualifiedName table, Function<ForeignKeyIndexes, List<String>> clauses) {
		Connection connection = context().connection();
		return (connection != null) ? clauses.apply(new ForeignKeyIndexes(connection, table, this::quote)) : List.of();
	}

	String alter(QualifiedName table) {
		return "ALTER TABLE " + quote(table) + " ";
	}

	/**
	 * Render the changes as one statement, where one statement can do them.
	 */
	@Override
	public List<SqlStatement> batch(Batch batch) {
		return new MysqlBatch(this).render(batch);
	}

	@Override
	public MysqlDefinitions definitions() {
		return new MysqlDefinitions(this);
	}

	@Override
	public TableRenderer tables() {
		return new MysqlTables(this);
	}

	@Override
	public ColumnRenderer columns() {
		return new MysqlColumns(this);
	}

	@Override
	public IndexRenderer indexes() {
		return new MysqlIndexes(this);
	}

	@Override
	public ConstraintRenderer constraints() {
		return new MysqlConstraints(this);
	}

	@Override
	public EnumTypeRenderer enumTypes() {
		return new MysqlEnumTypes(this);
	}

	@Override
	public SchemaRenderer schemas() {
		return new MysqlSchemas(this);
	}

	@Override
	public SequenceRenderer sequences() {
		return new MysqlSequences(this);
	}

	@Override
	public ViewRenderer views() {
		return new MysqlViews(this);
	}

	@Override
	public TriggerRenderer triggers() {
		return new MysqlTriggers(this);
	}

}
