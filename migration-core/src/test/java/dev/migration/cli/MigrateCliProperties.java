package dev.migration.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

import dev.migration.Migrator;
import dev.migration.Migrators;
import dev.migration.runtime.MigratorBuilder;
import dev.migration.script.LocationRevisionSource;
import dev.migration.script.MigrationFactory;
import dev.migration.test.TestDatabase;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is typed, the answer is an answer: never an unexpected error, and never a
 * change by a command that only reads.
 */
class MigrateCliProperties {

	private static TestDatabase database;

	private static Migrator migrator;

	@BeforeContainer
	static void createDatabase() {
		database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		migrator = MigratorBuilder.forDataSource(database.dataSource())
			.revisions(new LocationRevisionSource(List.of("classpath:dev/migration/cli/revisions"),
					MigrateCliProperties.class.getClassLoader(), MigrationFactory.withoutArguments()))
			.build();
	}

	@Property(tries = 1500)
	void noArgumentsAreUnexpected(@ForAll("commands") String command, @ForAll("arguments") List<String> arguments) {
		StringWriter err = new StringWriter();
		List<String> line = new ArrayList<>(List.of(command.split(" ")));
		line.addAll(arguments);
		String[] all = line.toArray(String[]::new);
		int code = new MigrateCli(() -> Migrators.of("db", migrator), new PrintWriter(new StringWriter()),
				new PrintWriter(err))
			.run(all);
		assertThat(code).as(String.join(" ", all) + "\n" + err).isNotEqualTo(ExitCode.UNEXPECTED.value());
		assertThat(err.toString().isEmpty()).as("an error is said, and only an error").isEqualTo(code == 0);
		assertThat(database.tables()).as(String.join(" ", all)).isEmpty();
	}

	@Provide
	Arbitrary<String> commands() {
		return Arbitraries.of("history", "heads", "branches", "current", "show", "check", "upgrade --dry-run",
				"downgrade --dry-run", "stamp --dry-run", "nosuch", "");
	}

	@Provide
	Arbitrary<List<String>> arguments() {
		Arbitrary<String> nasty = Arbitraries.of("", " ", "@", "@@", ":", "::", "-", "--", "---", "+", "+1", "-1", "-0",
				"+99999999999999999999", "-99999999999999999999", "head", "heads", "base", "current", "head@", "@head",
				"c", "c1", "c100", "c100@c200", "team@head", "team@-1", "team@+1", "c100+1", "c100-9", "c200:c100",
				"c100:", ":c200", "current:current", "-1:", "-r", "-v", "-i", "--json", "--graph", "--format",
				"mermaid", "dot", "-q", "-x", "a=b", "=", "--database", "db", "--range", "'; DROP TABLE x; --", "\n",
				"\t", "${jndi:x}", "%s%n", "ünï", "\u0000", "a".repeat(5000), "--help", "--version",
				"--stacktrace=maybe", "@/etc/passwd");
		Arbitrary<String> random = Arbitraries.strings().ofMaxLength(6);
		return Arbitraries.frequencyOf(Tuple.of(4, nasty), Tuple.of(1, random)).list().ofMaxSize(4);
	}

}
