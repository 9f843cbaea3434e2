package dev.migration.dialect.sqlite.ddl;

import dev.migration.DdlSyntaxException;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TableDefinitionTests {

	private static final String COMMENTED = """
			CREATE TABLE team (
				id INTEGER PRIMARY KEY, -- the key
				/* what people say */ name TEXT COLLATE NOCASE NOT NULL, -- at most 80
				slug TEXT, -- for the URL
				size INT CHECK (size > 0) -- never alone
			)""";

	@Test
	void aDroppedColumnTakesItsCommentAndNoOther() {
		assertThat(TableDefinition.parse(COMMENTED).withoutColumn("slug").sql()).isEqualTo("""
				CREATE TABLE team (
					id INTEGER PRIMARY KEY, -- the key
					/* what people say */ name TEXT COLLATE NOCASE NOT NULL, -- at most 80
					size INT CHECK (size > 0) -- never alone
				)""");
		assertThat(TableDefinition.parse(COMMENTED).withoutColumn("size").sql()).isEqualTo("""
				CREATE TABLE team (
					id INTEGER PRIMARY KEY, -- the key
					/* what people say */ name TEXT COLLATE NOCASE NOT NULL, -- at most 80
					slug TEXT -- for the URL
				)""");
	}

	@Test
	void aNewColumnAndANewConstraintStandBehindTheOthers() {
		TableDefinition definition = TableDefinition.parse(COMMENTED)
			.withConstraint("CONSTRAINT uq UNIQUE (slug)")
			.withColumn("motto TEXT");
		assertThat(definition.sql()).endsWith("""
					slug TEXT, -- for the URL
					size INT CHECK (size > 0), -- never alone
					motto TEXT,
					CONSTRAINT uq UNIQUE (slug)
				)""");
		assertThat(definition.columns()).extracting(TableItem::columnName)
			.containsExactly("id", "name", "slug", "size", "motto");
	}

	@Test
	void anotherOrderKeepsCommentsWithTheirColumns() {
		String sql = TableDefinition.parse(COMMENTED).withOrder(List.of("size", "id", "slug", "name")).sql();
		assertThat(sql.lines()).anyMatch((line) -> line.contains("name TEXT") && line.contains("at most 80"))
			.anyMatch((line) -> line.contains("id INTEGER") && line.contains("the key"));
		assertThat(TableDefinition.parse(sql).columns()).extracting(TableItem::columnName)
			.containsExactly("size", "id", "slug", "name");
	}

	@Test
	void aClauseIsReplacedInItsPlaceAndACommentBeforeAGoneOneStays() {
		TableItem item = TableDefinition.parse("CREATE TABLE t (a TEXT DEFAULT 'x' /* why */ NOT NULL UNIQUE)")
			.columns()
			.get(0);
		assertThat(item.withClause(ClauseKind.DEFAULT, "DEFAULT 1").body())
			.isEqualTo("a TEXT DEFAULT 1 /* why */ NOT NULL UNIQUE");
		assertThat(item.withClause(ClauseKind.NOT_NULL, null).body()).isEqualTo("a TEXT DEFAULT 'x' /* why */  UNIQUE");
	}

	@Test
	void readsWhatSqliteReadsAlthoughItIsNotDocumented() {
		TableDefinition definition = TableDefinition
			.parse("CREATE TABLE s(a integer, b constraint x default -1.5e+3 NULL references p not null deferrable,"
					+ " constraint x, constraint y primary key(a autoincrement) on conflict fail unique (b))");
		assertThat(definition.primaryKey()).containsExactly("a");
		assertThat(definition.rowidAlias()).isNotNull();
		assertThat(definition.tableClauses()).extracting(Clause::kind)
			.containsExactly(ClauseKind.NAME_ONLY, ClauseKind.PRIMARY_KEY, ClauseKind.UNIQUE);
		assertThat(definition.columns().get(1).clauses()).extracting(Clause::kind)
			.containsExactly(ClauseKind.DEFAULT, ClauseKind.NULL, ClauseKind.FOREIGN_KEY, ClauseKind.NOT_NULL,
					ClauseKind.DEFERRABLE);
		assertThat(definition.columns().get(1).clause(ClauseKind.DEFAULT).detail()).isEqualTo("-1.5e+3");
	}

	@Test
	void namesInExpressionsAreFoundInAnyQuotesAndNothingElseIs() {
		assertThat(Expressions.mentions("\"Size\" > 0 OR [b] IS NULL", "size")).isTrue();
		assertThat(Expressions.mentions("t.`size` > 0", "size")).isTrue();
		assertThat(Expressions.mentions("size(a) > 'size' COLLATE size", "size")).isFalse();
	}

	@Test
	void anExpressionHoldsUnderAnotherNameOfTheTable() {
		assertThat(
				TableDefinition.parse("CREATE TABLE \"t\"(a CHECK (t.a > \"T\".a - 1), b)").withoutQualifiers().sql())
			.isEqualTo("CREATE TABLE \"t\"(a CHECK (a > a - 1), b)");
	}

	@Test
	void whatItCannotReadIsAnErrorWithTheWayOut() {
		assertThatExceptionOfType(DdlSyntaxException.class)
			.isThrownBy(() -> TableDefinition.parse("CREATE TABLE t (a TEXT SOMETHING(1) ELSE)"))
			.withMessageContaining("ELSE")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("op.execute"));
	}

}
