package dev.migration.runtime;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import dev.migration.LockTimeoutException;
import dev.migration.Migrator;
import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.RunLock;
import dev.migration.dialect.h2.H2Dialect;
import dev.migration.schema.QualifiedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The lock of H2 belongs to a session, though H2 has no such locks.
 */
class H2LockTests {

	private final RunLock lock = new H2Dialect().runLock(QualifiedName.of("migration_version"));

	@Test
	void survivesTheCommitsOfSchemaChangesAndGoesWithItsSession() throws SQLException {
		String url = "jdbc:h2:mem:lock_session;DB_CLOSE_DELAY=-1";
		try (Connection other = DriverManager.getConnection(url, "sa", "")) {
			try (Connection holder = DriverManager.getConnection(url, "sa", "");
					Statement statement = holder.createStatement()) {
				assertThat(this.lock.tryAcquire(holder)).isTrue();
				statement.execute("CREATE TABLE t (id integer)");
				statement.execute("DROP TABLE t");
				assertThat(this.lock.tryAcquire(other)).isFalse();
			}
			assertThat(this.lock.tryAcquire(other)).isTrue();
			this.lock.release(other);
			try (Connection next = DriverManager.getConnection(url, "sa", "")) {
				assertThat(this.lock.tryAcquire(next)).isTrue();
			}
		}
	}

	@Test
	void isForgottenWhenTheDatabaseIsClosed(@TempDir Path folder) throws SQLException {
		String url = "jdbc:h2:file:" + folder.resolve("shop");
		try (Connection holder = DriverManager.getConnection(url, "sa", "")) {
			assertThat(this.lock.tryAcquire(holder)).isTrue();
		}
		try (Connection next = DriverManager.getConnection(url, "sa", "")) {
			assertThat(this.lock.tryAcquire(next)).isTrue();
		}
	}

	@Test
	void oneVersionTableDoesNotLockAnother() throws SQLException {
		String url = "jdbc:h2:mem:lock_tables;DB_CLOSE_DELAY=-1";
		try (Connection one = DriverManager.getConnection(url, "sa", "");
				Connection two = DriverManager.getConnection(url, "sa", "")) {
			assertThat(this.lock.tryAcquire(one)).isTrue();
			assertThat(new H2Dialect().runLock(QualifiedName.of("other_version")).tryAcquire(two)).isTrue();
		}
	}

	@Test
	void aUserWhoDoesNotSeeTheOtherSessionsIsToldSo() throws SQLException {
		String url = "jdbc:h2:mem:lock_rights";
		try (Connection admin = DriverManager.getConnection(url, "sa", "");
				Statement statement = admin.createStatement()) {
			statement.execute("CREATE USER plain PASSWORD 'x'");
			statement.execute("GRANT ALTER ANY SCHEMA TO plain");
			Migrator migrator = MigratorBuilder.forDataSource(new DriverManagerDataSource(url, "plain", "x"))
				.revisions(new TestRevisions().table("a", ""))
				.build();
			assertThatExceptionOfType(UnsupportedChangeException.class).isThrownBy(() -> migrator.upgrade("head"))
				.withMessageContaining("is no administrator")
				.satisfies((ex) -> assertThat(ex.getAction()).contains("ADMIN TRUE"));
		}
	}

	@Test
	void theWaitingSideGivesUpAfterItsTime() throws SQLException {
		String url = "jdbc:h2:mem:lock_wait;DB_CLOSE_DELAY=-1";
		try (Connection holder = DriverManager.getConnection(url, "sa", "")) {
			assertThat(this.lock.tryAcquire(holder)).isTrue();
			Migrator migrator = MigratorBuilder.forDataSource(new DriverManagerDataSource(url, "sa", ""))
				.revisions(new TestRevisions().table("a", ""))
				.lockTimeout(Duration.ofMillis(100))
				.build();
			assertThatExceptionOfType(LockTimeoutException.class).isThrownBy(() -> migrator.upgrade("head"))
				.withMessageContaining("of user SA from this process");
		}
	}

}
