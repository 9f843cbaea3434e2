package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.migration.InvalidRenameException;
import dev.migration.RenameDecision;
import dev.migration.RenameQuestion;
import dev.migration.UnclearRenameException;
import dev.migration.dialect.NameCase;
import dev.migration.schema.ColumnName;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Rename;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;
import dev.migration.schema.Types;
import org.junit.jupiter.api.Test;

import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What counts as renamed, and what is asked.
 */
class RenameDetectionTests {

	private static final ComparisonSettings SETTINGS = new ComparisonSettings(true, true, List.of(),
			NamingConvention.DEFAULT, List.of());

	private final List<RenameQuestion> questions = new ArrayList<>();

	@Test
	void aHintIsFollowedOnceAndIgnoredWhenItIsDone() {
		Rename hint = renamed("t", "old", "fresh");
		assertThat(detect(schema(team("fresh")), schema(team("old")), List.of(), List.of(hint))).containsExactly(hint);
		assertThat(detect(schema(team("fresh")), schema(team("fresh")), List.of(), List.of(hint))).isEmpty();
		assertThat(this.questions).isEmpty();
	}

	@Test
	void aHintMayBeInOtherLettersThanThoseOfTheServer() {
		assertThat(detect(schema(team("fresh")), schema(team("old")), List.of(), List.of(renamed("T", "OLD", "Fresh"))))
			.containsExactly(renamed("t", "old", "fresh"));
	}

	@Test
	void aHintForWhatNeverWasThereIsIgnored() {
		assertThat(detect(schema(team("a")), schema(team("a")), List.of(),
				List.of(new Rename.OfTable(QualifiedName.of("nowhere"), "t"), renamed("t", "b", "a"))))
			.isEmpty();
	}

	@Test
	void aColumnIsLookedForInTheTableByItsNewName() {
		Schema target = schema(table("fresh", column("id", Types.integer()), column("b", Types.text())));
		Schema inspected = schema(table("old", column("id", Types.integer()), column("a", Types.text())));
		Rename table = new Rename.OfTable(QualifiedName.of("old"), "fresh");
		assertThat(detect(target, inspected, List.of(), List.of(renamed("fresh", "a", "b"), table)))
			.containsExactly(table, renamed("fresh", "a", "b"));
	}

	@Test
	void whatIsStatedMayChangePlaces() {
		Schema both = schema(table("t", column("a", Types.text()), column("b", Types.text())));
		List<Rename> swap = List.of(renamed("t", "a", "b"), renamed("t", "b", "a"));
		assertThat(detect(both, both, swap, List.of())).containsExactly(renamed("t", "a", "b_renamed"),
				renamed("t", "b", "a"), renamed("t", "b_renamed", "b"));
		assertThat(detect(both, both, List.of(), swap)).isEmpty();
	}

	@Test
	void severalCandidatesAreOneQuestion() {
		Schema target = schema(
				table("t", column("id", Types.integer()), column("b", Types.text()), column("c", Types.text())));
		assertThat(detect(target, schema(team("a")), List.of(), List.of())).isEmpty();
		assertThat(this.questions).singleElement().satisfies((question) -> {
			assertThat(question.text()).isEqualTo("Column t.a is gone. Was it renamed to b or c?");
			assertThat(question.candidates()).hasSize(2);
			assertThat(question.isTogether()).isFalse();
		});
	}

	@Test
	void aPatternIsAskedOnceForAllColumns() {
		Schema target = schema(table("t", column("first_name", Types.text()), column("last_name", Types.text())));
		Schema inspected = schema(table("t", column("firstname", Types.text()), column("lastname", Types.text())));
		List<Rename> renames = new RenameDetection(target, inspected, evidence(List.of(), List.of()), (question) -> {
			this.questions.add(question);
			return question.candidates();
		}, SETTINGS, NameCase.COUNTS, (name) -> name).detect();
		assertThat(renames).containsExactly(renamed("t", "firstname", "first_name"),
				renamed("t", "lastname", "last_name"));
		assertThat(this.questions).singleElement().matches(RenameQuestion::isTogether);
	}

	@Test
	void whereNobodyCanBeAskedTheQuestionIsTheError() {
		assertThatExceptionOfType(UnclearRenameException.class)
			.isThrownBy(() -> new RenameDetection(schema(team("b")), schema(team("a")), evidence(List.of(), List.of()),
					RenameDecision.REFUSE, SETTINGS, NameCase.COUNTS, (name) -> name)
				.detect())
			.withMessageContaining("t.a");
	}

	@Test
	void theNameInAnExpressionFollows() {
		Schema before = schema(
				Table.of("t", List.of(column("a", Types.text()), check("ck", "a <> 'a' AND \"a\" <> ab"))));
		Schema after = RenamedSchema.after(before, renamed("t", "a", "New"),
				(name) -> name.equals("a") ? name : '"' + name + '"');
		assertThat(after.tables().get(0).checkConstraints().get(0).condition())
			.isEqualTo("\"New\" <> 'a' AND \"New\" <> ab");
	}

	@Test
	void aStatedRenameThatNamesNothingSaysWhatThereIs() {
		Schema target = schema(team("b"));
		Schema inspected = schema(team("a"));
		assertThatExceptionOfType(InvalidRenameException.class)
			.isThrownBy(() -> StatedRename.parse("t.x:b", target, inspected))
			.withMessageContaining("has no column x; it has [id, a]");
		assertThatExceptionOfType(InvalidRenameException.class)
			.isThrownBy(() -> StatedRename.parse("t.a:x", target, inspected))
			.withMessageContaining("no entity asks for a column x of t");
		assertThatExceptionOfType(InvalidRenameException.class)
			.isThrownBy(() -> StatedRename.parse("u.a:b", target, inspected))
			.withMessageContaining("the database has no table u; it has [t]");
		assertThatExceptionOfType(InvalidRenameException.class)
			.isThrownBy(() -> StatedRename.parse("t", target, inspected))
			.withMessageContaining("it has no two names with a colon in between");
		assertThat(StatedRename.parse("t.a:b", target, inspected)).isEqualTo(renamed("t", "a", "b"));
	}

	@Test
	void aColumnOfTheSameAttributeIsRenamedUnlessItHoldsOtherValues() {
		QualifiedName team = QualifiedName.of("t");
		Schema target = schema(table("t", column("title", Types.varchar(100)), column("founded", Types.date())));
		Schema inspected = schema(table("t", column("name", Types.varchar(80)), column("year", Types.integer())));
		TargetSchema entities = new TargetSchema(target, List.of(), Map.of(team, "Team"),
				Map.of(new ColumnName(team, "title"), "Team.name", new ColumnName(team, "founded"), "Team.year"));
		Map<String, String> before = Map.of("t", "Team", "t.name", "Team.name", "t.year", "Team.year");
		RenameEvidence evidence = new RenameEvidence(List.of(), List.of(), new Origins(before, entities));
		assertThat(new RenameDetection(target, inspected, evidence, (question) -> {
			this.questions.add(question);
			return List.of();
		}, SETTINGS, NameCase.COUNTS, (name) -> name).detect()).containsExactly(renamed("t", "name", "title"));
		assertThat(this.questions).singleElement()
			.satisfies(
					(question) -> assertThat(question.candidates()).containsExactly(renamed("t", "year", "founded")));
	}

	private static RenameEvidence evidence(List<Rename> stated, List<Rename> hints) {
		return new RenameEvidence(stated, hints, new Origins(Map.of(), TargetSchema.of(Schema.EMPTY)));
	}

	private List<Rename> detect(Schema target, Schema inspected, List<Rename> stated, List<Rename> hints) {
		return new RenameDetection(target, inspected, evidence(stated, hints), (question) -> {
			this.questions.add(question);
			return List.of();
		}, SETTINGS, NameCase.COUNTS, (name) -> name).detect();
	}

	private static Rename renamed(String table, String from, String to) {
		return new Rename.OfColumn(new ColumnName(QualifiedName.of(table), from), to);
	}

	private static Table team(String name) {
		return table("t", column("id", Types.integer()), column(name, Types.text()));
	}

	private static Schema schema(Table... tables) {
		return new Schema(List.of(tables), List.of(), List.of(), List.of());
	}

}
