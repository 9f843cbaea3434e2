package dev.migration;

import java.sql.Connection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A run, as its hooks see it at one moment.
 *
 * @param name the name of the database among several, or {@code null} if it has none
 * @param database the product, its version and the database, for people; never with a
 * password
 * @param dialect the id of the dialect, such as {@code sqlite} or {@code postgresql}
 * @param request what was asked, with its arguments and its tag
 * @param plan what the run is going to do. Where another process can come in between, it
 * may turn out that some of the steps are done already
 * @param versions the version rows at this moment, sorted
 * @param connection the connection of the run. Closing it does nothing. In a step or a
 * stamp it is in the transaction, which a hook cannot end
 */
public record MigrationRun(@Nullable String name, String database, String dialect, MigrationRequest request,
		MigrationPlan plan, List<String> versions, Connection connection) {

	public MigrationRun {
		versions = List.copyOf(versions);
	}

	/**
	 * Return which way the run goes.
	 * @return the direction
	 */
	public Direction direction() {
		return this.plan.direction();
	}

	/**
	 * Return a client on the connection of the run.
	 * @return the client
	 */
	public JdbcClient jdbc() {
		return JdbcClient.create(new SingleConnectionDataSource(this.connection, true));
	}

}
