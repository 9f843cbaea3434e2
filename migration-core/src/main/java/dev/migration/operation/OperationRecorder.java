package dev.migration.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migration.Operations;
import dev.migration.SqlScript;
import dev.migration.schema.Column;
import dev.migration.schema.Index;
import dev.migration.schema.Table;

/**
 * Makes an {@link Operation} of each call and hands it on at once: to be run, or to be
 * rendered only.
 */
public final class OperationRecorder implements Operations {

	private final String dialect;

	private final Map<String, String> arguments;

	private final Consumer<Operation> sink;

	private final Supplier<JdbcClient> jdbc;

	/**
	 * Create a new recorder.
	 * @param dialect the id of the dialect
	 * @param arguments the values that the caller passes to revisions
	 * @param sink takes each operation when its method is called
	 * @param jdbc gives the client on the connection of the step, or throws if there is
	 * none
	 */
	public OperationRecorder(String dialect, Map<String, String> arguments, Consumer<Operation> sink,
			Supplier<JdbcClient> jdbc) {
		this.dialect = dialect;
		this.arguments = Map.copyOf(arguments);
		this.sink = sink;
		this.jdbc = jdbc;
	}

	@Override
	public String dialect() {
		return this.dialect;
	}

	@Override
	public Map<String, String> arguments() {
		return this.arguments;
	}

	@Override
	public void createTable(Table table) {
		this.sink.accept(new Operation.CreateTable(table, false));
	}

	@Override
	public void dropTable(String name) {
		this.sink.accept(new Operation.DropTable(name));
	}

	@Override
	public void renameTable(String name, String newName) {
		this.sink.accept(new Operation.RenameTable(name, newName));
	}

	@Override
	public void addColumn(String table, Column column) {
		this.sink.accept(new Operation.AddColumn(table, column));
	}

	@Override
	public void dropColumn(String table, String column) {
		this.sink.accept(new Operation.DropColumn(table, column));
	}

	@Override
	public void renameColumn(String table, String column, String newName) {
		this.sink.accept(new Operation.RenameColumn(table, column, newName));
	}

	@Override
	public void createIndex(Index index) {
		this.sink.accept(new Operation.CreateIndex(index));
	}

	@Override
	public void dropIndex(String name, String table) {
		this.sink.accept(new Operation.DropIndex(name, table));
	}

	@Override
	public void execute(String sql) {
		execute(new SqlScript(sql, "op.execute", 1));
	}

	@Override
	public void execute(String sql, Map<String, ?> parameters) {
		this.sink.accept(new Operation.ExecuteStatement(sql, new LinkedHashMap<>(parameters)));
	}

	@Override
	public void execute(SqlScript script) {
		this.sink.accept(new Operation.ExecuteScript(script));
	}

	@Override
	public void bulkInsert(String table, List<? extends Map<String, ? extends @Nullable Object>> rows) {
		if (rows.isEmpty()) {
			return;
		}
		List<Map<String, @Nullable Object>> copies = new ArrayList<>(rows.size());
		rows.forEach((row) -> copies.add(new LinkedHashMap<>(row)));
		this.sink.accept(new Operation.BulkInsert(table, copies));
	}

	@Override
	public JdbcClient jdbc() {
		return this.jdbc.get();
	}

}
