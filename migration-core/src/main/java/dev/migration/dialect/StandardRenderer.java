package dev.migration.dialect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migration.NeedsDatabaseException;
import dev.migration.UnsupportedChangeException;
import dev.migration.operation.Batch;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.ConstraintOperation;
import dev.migration.operation.DataOperation;
import dev.migration.operation.EnumTypeOperation;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.Operation;
import dev.migration.operation.OperationRecorder;
import dev.migration.operation.OperationTarget;
import dev.migration.operation.OperationVisitor;
import dev.migration.operation.SchemaOperation;
import dev.migration.operation.SequenceOperation;
import dev.migration.operation.TableOperation;
import dev.migration.operation.TriggerOperation;
import dev.migration.operation.ViewOperation;
import dev.migration.schema.QualifiedName;

/**
 * Renders the operations in the words that the SQL standard and most databases share,
 * with a renderer for each topic. A database brings its own renderer for the topics where
 * it differs.
 */
public abstract class StandardRenderer implements OperationVisitor<List<SqlStatement>> {

	private final StandardDialect dialect;

	private final RenderContext context;

	/**
	 * Create a new renderer.
	 * @param dialect the dialect
	 * @param context the server it is for
	 */
	protected StandardRenderer(StandardDialect dialect, RenderContext context) {
		this.dialect = dialect;
		this.context = context;
	}

	/**
	 * Return the dialect.
	 * @return the dialect
	 */
	public final StandardDialect dialect() {
		return this.dialect;
	}

	/**
	 * Return the server that SQL is rendered for.
	 * @return the context
	 */
	public final RenderContext context() {
		return this.context;
	}

	/**
	 * Return what writes types, columns and constraints.
	 * @return the definitions
	 */
	public abstract DefinitionRenderer definitions();

	/**
	 * Return what renders operations on tables.
	 * @return the renderer
	 */
	public TableRenderer tables() {
		return new TableRenderer(this);
	}

	/**
	 * Return what renders operations on columns.
	 * @return the renderer
	 */
	public ColumnRenderer columns() {
		return new ColumnRenderer(this);
	}

	/**
	 * Return what renders operations on indexes.
	 * @return the renderer
	 */
	public IndexRenderer indexes() {
		return new IndexRenderer(this);
	}

	/**
	 * Return what renders operations on constraints.
	 * @return the renderer
	 */
	public ConstraintRenderer constraints() {
		return new ConstraintRenderer(this);
	}

	/**
	 * Return what renders operations on schemas.
	 * @return the renderer
	 */
	public SchemaRenderer schemas() {
		return new SchemaRenderer(this);
	}

	/**
	 * Return what renders operations on sequences.
	 * @return the renderer
	 */
	public SequenceRenderer sequences() {
		return new SequenceRenderer(this);
	}

	/**
	 * Return what renders operations on enum types.
	 * @return the renderer
	 */
	public EnumTypeRenderer enumTypes() {
		return new EnumTypeRenderer(this);
	}

	/**
	 * Return what renders operations on views.
	 * @return the renderer
	 */
	public ViewRenderer views() {
		return new ViewRenderer(this);
	}

	/**
	 * Return what renders operations on triggers.
	 * @return the renderer
	 */
	public TriggerRenderer triggers() {
		return new TriggerRenderer(this);
	}

	/**
	 * Return what renders operations on rows.
	 * @return the renderer
	 */
	public DataRenderer data() {
		return new DataRenderer(this);
	}

	@Override
	public List<SqlStatement> table(TableOperation operation) {
		return operation.accept(tables());
	}

	@Override
	public List<SqlStatement> column(ColumnOperation operation) {
		return operation.accept(columns());
	}

	@Override
	public List<SqlStatement> index(IndexOperation operation) {
		return operation.accept(indexes());
	}

	@Override
	public List<SqlStatement> constraint(ConstraintOperation operation) {
		return operation.accept(constraints());
	}

	@Override
	public List<SqlStatement> schema(SchemaOperation operation) {
		return operation.accept(schemas());
	}

	@Override
	public List<SqlStatement> sequence(SequenceOperation operation) {
		return operation.accept(sequences());
	}

	@Override
	public List<SqlStatement> enumType(EnumTypeOperation operation) {
		return operation.accept(enumTypes());
	}

	@Override
	public List<SqlStatement> view(ViewOperation operation) {
		return operation.accept(views());
	}

	@Override
	public List<SqlStatement> trigger(TriggerOperation operation) {
		return operation.accept(triggers());
	}

	@Override
	public List<SqlStatement> data(DataOperation operation) {
		return operation.accept(data());
	}

	/**
	 * Render the changes one after the other. A database that must rebuild tables, or can
	 * do several changes in one statement, overrides this.
	 */
	@Override
	public List<SqlStatement> batch(Batch batch) {
		return renderAll(batch.operations());
	}

	@Override
	public List<SqlStatement> custom(Operation.Custom custom) {
		Collector collector = new Collector(this, custom);
		custom.operation().apply(new OperationRecorder(collector, this.context.names()));
		return collector.statements;
	}

	/**
	 * Render operations one after the other.
	 * @param operations the operations
	 * @return their statements
	 */
	public final List<SqlStatement> renderAll(Collection<? extends Operation> operations) {
		List<SqlStatement> statements = new ArrayList<>();
		operations.forEach((operation) -> statements.addAll(operation.accept(this)));
		return statements;
	}

	/**
	 * Return an identifier as it stands in SQL.
	 * @param identifier the identifier
	 * @return the identifier for SQL
	 */
	public final String quote(String identifier) {
		return this.dialect.quote(identifier);
	}

	/**
	 * Return a name with its schema as it stands in SQL.
	 * @param name the name
	 * @return the name for SQL
	 */
	public final String quote(QualifiedName name) {
		return (name.schema() != null) ? quote(name.schema()) + "." + quote(name.name()) : quote(name.name());
	}

	/**
	 * Return identifiers in parentheses.
	 * @param identifiers the identifiers
	 * @return for example {@code (id, name)}
	 */
	public final String list(Collection<String> identifiers) {
		return identifiers.stream().map(this::quote).collect(Collectors.joining(", ", "(", ")"));
	}

	/**
	 * Return the error that the database cannot do something.
	 * @param what what it cannot do, such as {@code create sequence order_seq}
	 * @param reason why
	 * @param action the way out
	 * @return the error
	 */
	public final UnsupportedChangeException unsupported(String what, String reason, String action) {
		return new UnsupportedChangeException(what, this.dialect.displayName(), reason, action);
	}

	/**
	 * Renders what a custom operation does.
	 */
	private static final class Collector implements OperationTarget {

		private final StandardRenderer renderer;

		private final Operation.Custom custom;

		private final List<SqlStatement> statements = new ArrayList<>();

		private boolean autocommit;

		private Collector(StandardRenderer renderer, Operation.Custom custom) {
			this.renderer = renderer;
			this.custom = custom;
		}

		@Override
		public String dialect() {
			return this.renderer.dialect().id();
		}

		@Override
		public void accept(Operation operation) {
			for (SqlStatement statement : operation.accept(this.renderer)) {
				boolean moved = this.autocommit && statement.kind() == SqlStatement.Kind.PLAIN;
				this.statements.add(moved ? statement.outsideTransaction() : statement);
			}
		}

		@Override
		public void autocommit(Runnable block) {
			boolean before = this.autocommit;
			this.autocommit = true;
			block.run();
			this.autocommit = before;
		}

		@Override
		public String literal(@Nullable Object value) {
			return this.renderer.dialect().literal(value);
		}

		@Override
		public String quote(String identifier) {
			return this.renderer.quote(identifier);
		}

		@Override
		public JdbcClient jdbc() {
			throw new NeedsDatabaseException(this.custom.describe(), "it reads from the database while it is rendered",
					"Run it with op.invoke(…).");
		}

	}

}
