package dev.migration.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.migration.autogenerate.ProposedChange;
import dev.migration.operation.ConstraintOperation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Types;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A check of PostgreSQL that is dropped comes back as a person would have written it,
 * where the server takes that for the same.
 */
class ReadableChecksTests {

	private static final String COLUMNS = "status varchar(20), code text, flag char(2), size integer, price numeric(10,2),"
			+ " day date, at timestamp with time zone, \"Order\" varchar(9), tags text[]";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "status IN ('A', 'B')|status IN ('A', 'B')", "status NOT IN ('A', 'B')|status NOT IN ('A', 'B')",
					"code IN ('it''s', '::text')|code IN ('it''s', '::text')", "flag IN ('A', 'B')|flag IN ('A', 'B')",
					"size IN (1, 2)|size IN (1, 2)", "size > 0|size > 0", "price > 0|price > 0",
					"status = 'A'|status = 'A'", "\"Order\" IN ('A', 'B')|\"Order\" IN ('A', 'B')",
					"status LIKE 'A%'|status LIKE 'A%'", "day >= '2020-01-01'|day >= '2020-01-01'",
					"size > 0 AND status IN ('A', 'B')|(size > 0) AND (status IN ('A', 'B'))",
					"length(status) > 3|length(status) > 3", "price::integer > 0|(price)::integer > 0",
					"status COLLATE \"C\" > 'A'|(status COLLATE \"C\") > 'A'" })
	void aDroppedCheckIsWrittenAsItWasMeant(String condition, String readable) throws Exception {
		TestDatabase database = TestDatabase.create(Kind.POSTGRESQL);
		database.execute("CREATE TABLE t (" + COLUMNS + ", CONSTRAINT ck CHECK (" + condition + "))");
		AutogenRun run = new AutogenRun(database);
		TargetSchema target = target();
		Map<String, Object> before = run.inspect(target);
		List<ProposedChange> changes = run.compare(target);
		assertThat(droppedChecks(changes)).containsExactly(readable);
		run.upgrade(changes);
		assertThat(run.compare(target)).isEmpty();
		run.downgrade();
		assertThat(run.inspect(target)).isEqualTo(before);
	}

	@Test
	void soAreThoseOfADroppedTable() throws Exception {
		TestDatabase database = TestDatabase.create(Kind.POSTGRESQL);
		database.execute("CREATE TYPE mood AS ENUM ('fine', 'bad')", "CREATE TABLE t (" + COLUMNS
				+ ", feeling mood, CONSTRAINT ck CHECK (status IN ('A', 'B')), CONSTRAINT ck2 CHECK (feeling IN ('fine')))");
		AutogenRun run = new AutogenRun(database);
		TargetSchema target = TargetSchema.of(Schema.EMPTY);
		Map<String, Object> before = run.inspect(target);
		List<ProposedChange> changes = run.compare(target);
		assertThat(droppedChecks(changes)).containsExactlyInAnyOrder("status IN ('A', 'B')", "feeling = 'fine'");
		run.upgrade(changes);
		run.downgrade();
		assertThat(run.inspect(target)).isEqualTo(before);
	}

	private static List<String> droppedChecks(List<ProposedChange> changes) {
		List<String> conditions = new ArrayList<>();
		for (ProposedChange change : changes) {
			if (change.operation() instanceof ConstraintOperation.DropConstraint drop
					&& drop.was() instanceof CheckConstraint check) {
				conditions.add(check.condition());
			}
			if (change.operation() instanceof TableOperation.DropTable drop && drop.was() != null) {
				drop.was().checkConstraints().forEach((check) -> conditions.add(check.condition()));
			}
		}
		return conditions;
	}

	private static TargetSchema target() {
		Table table = table("t", column("status", Types.varchar(20)), column("code", Types.text()),
				column("flag", Types.character(2)), column("size", Types.integer()),
				column("price", Types.numeric(10, 2)), column("day", Types.date()),
				column("at", Types.timestampWithTimeZone()), column("Order", Types.varchar(9)),
				column("tags", Types.array(Types.text())));
		return TargetSchema.of(new Schema(List.of(table), List.of(), List.of(), List.of()));
	}

}
