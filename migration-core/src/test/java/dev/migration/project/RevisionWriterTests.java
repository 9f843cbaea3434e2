package dev.migration.project;

import dev.migration.RevisionBody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.migration.RevisionHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * New revisions, written into a real folder, compiled and read back.
 */
class RevisionWriterTests {

	private static final String LOCATION = "classpath:db/revisions";

	private static final String HOSTILE = "a \"quote\" \\ */ -- \\u0022 ${x} {{id}} <b>&amp; \t'; DROP TABLE x; ünï 文字 🎉";

	@TempDir
	private Path folder;

	private final List<String> output = new ArrayList<>();

	private ProjectSettings.Builder settings = ProjectSettings.builder();

	@Test
	void aClassIsNamedAfterItsIdAndMessage() throws IOException {
		WrittenRevision written = write(header("3f2a91c07b1e", "add team.slug"), RevisionFormat.JAVA);
		assertThat(written.file())
			.isEqualTo(this.folder.resolve("src/main/java/db/revisions/R3f2a91c07b1e_AddTeamSlug.java"));
		assertThat(Files.readString(written.file())).isEqualTo("""
				package db.revisions;

				import dev.migration.Migration;
				import dev.migration.Operations;
				import dev.migration.Revision;

				@Revision(id = "3f2a91c07b1e", message = "add team.slug", created = "2026-11-23T10:15:00Z")
				class R3f2a91c07b1e_AddTeamSlug implements Migration {

					@Override
					public void upgrade(Operations op) {
					}

					@Override
					public void downgrade(Operations op) {
					}

				}
				""");
	}

	@Test
	void anSqlFileIsWrittenInTheEncodingOfTheProject() throws IOException {
		this.settings.encoding(StandardCharsets.ISO_8859_1);
		WrittenRevision written = write(header("3f2a91c07b1e", "gr\u00f6\u00dfer"), RevisionFormat.SQL);
		assertThat(Files.readString(written.file(), StandardCharsets.ISO_8859_1))
			.contains("-- message: gr\u00f6\u00dfer");
		WrittenRevision type = write(header("4f2a91c07b1e", "gr\u00f6\u00dfer"), RevisionFormat.JAVA);
		assertThat(Files.readString(type.file())).contains("gr\u00f6\u00dfer");
		assertThatExceptionOfType(ProjectFileException.class)
			.isThrownBy(() -> write(header("5f2a91c07b1e", "\u6587"), RevisionFormat.SQL))
			.withMessageContaining("Line 2 of ")
			.withMessageContaining("cannot be written in ISO-8859-1: '-- message: \u6587'");
		assertThat(this.folder.resolve("src/main/resources/db/revisions")).isDirectoryContaining("glob:**.sql")
			.isDirectoryNotContaining("glob:**5f2a*");
	}

	@Test
	void anSqlFileIsNamedAfterItsIdAndMessage() throws IOException {
		WrittenRevision written = write(header("3f2a91c07b1e", "add team.slug"), RevisionFormat.SQL);
		assertThat(written.file())
			.isEqualTo(this.folder.resolve("src/main/resources/db/revisions/3f2a91c07b1e_add_team_slug.sql"));
		assertThat(Files.readString(written.file())).isEqualTo("""
				-- revision: 3f2a91c07b1e
				-- message: add team.slug
				-- created: 2026-11-23T10:15:00Z

				-- upgrade

				-- downgrade
				""");
	}

	@ParameterizedTest
	@EnumSource
	void everythingThatItSaysOfItselfIsReadBack(RevisionFormat format) {
		RevisionHeader header = new RevisionHeader("c3", List.of("a1", "b2"), List.of("x9", "shop"),
				List.of("core", "web"), HOSTILE, null, "");
		WrittenRevision written = write(header, format);
		assertThat(read()).containsExactly(written.header());
		assertThat(written.header().message())
			.isEqualTo((format == RevisionFormat.JAVA) ? HOSTILE : HOSTILE.replace("\t", ""));
		assertThat(written.header().created()).isEqualTo("2026-11-23T10:15:00Z");
	}

	@Test
	void aMessageKeepsItsLinesInJavaAndIsOneLineInSql() {
		write(header("a1", "one\r\ntwo\u2028three"), RevisionFormat.JAVA);
		write(header("b2", "one\r\ntwo\u2028-- upgrade"), RevisionFormat.SQL);
		assertThat(read()).extracting(RevisionHeader::message)
			.containsExactlyInAnyOrder("one\r\ntwo\u2028three", "one two -- upgrade");
	}

	@ParameterizedTest
	@CsvSource({ "'', Ra1", "'!!!', Ra1", "'123 go', Ra1_123Go", "'Größe in €', Ra1_GrosseIn",
			"'../../etc/passwd', Ra1_EtcPasswd", "'con', Ra1_Con" })
	void theMessageCannotSpoilTheNameOfAClass(String message, String name) {
		WrittenRevision written = write(header("a1", message), RevisionFormat.JAVA);
		assertThat(written.file().getParent()).isEqualTo(this.folder.resolve("src/main/java/db/revisions"));
		assertThat(written.file().getFileName()).hasToString(name + ".java");
		assertThat(read()).containsExactly(written.header());
	}

	@Test
	void aLongMessageIsCutAtAWord() {
		this.settings.slugLength(12);
		assertThat(write(header("a1", "create the account"), RevisionFormat.SQL).file())
			.hasFileName("a1_create_the.sql");
		assertThat(write(header("b2", "createtheaccount"), RevisionFormat.SQL).file())
			.hasFileName("b2_createtheacc.sql");
	}

	@Test
	void theNameCanHaveTheTimeAndFolders() {
		this.settings.timeZone(ZoneId.of("Pacific/Auckland"))
			.sqlFileName("{{year}}/{{month}}/{{day}}_{{hour}}{{minute}}{{second}}_{{slug}}_{{epoch}}")
			.javaFileName("y{{year}}/R{{id}}");
		assertThat(write(header("a1", "add x"), RevisionFormat.SQL).header().location())
			.isEqualTo("db/revisions/2026/11/23_231500_add_x_1795428900.sql");
		WrittenRevision type = write(header("b2", "add x"), RevisionFormat.JAVA);
		assertThat(type.header().location()).isEqualTo("db.revisions.y2026.Rb2");
		assertThat(read()).extracting(RevisionHeader::id).containsExactlyInAnyOrder("a1", "b2");
		assertThat(type.file()).content().contains("created = \"2026-11-23T23:15:00+13:00\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "../{{id}}", "{{slug}}", "{{nope}}", "{{#id}}", "/{{id}}" })
	void aNameThatIsNoneIsSaidAndNothingIsWritten(String template) {
		this.settings.sqlFileName(template);
		assertThatExceptionOfType(InvalidTemplateException.class)
			.isThrownBy(() -> write(header("a1", ""), RevisionFormat.SQL))
			.withMessageContaining(template);
		assertThat(new TestProject(this.folder).files("")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{{id}}_{{name}}", "class", "Migration", "R-{{id}}/x", "record" })
	void aNameThatIsNoClassIsSaid(String template) {
		this.settings.javaFileName(template);
		assertThatExceptionOfType(InvalidTemplateException.class)
			.isThrownBy(() -> write(header("3f", "x"), RevisionFormat.JAVA));
		assertThat(new TestProject(this.folder).files("")).isEmpty();
	}

	@Test
	void whatIsThereIsNeverOverwritten() throws IOException {
		Path file = write(header("a1", "x"), RevisionFormat.SQL).file();
		Files.writeString(file, "mine");
		assertThatExceptionOfType(ProjectFileException.class)
			.isThrownBy(() -> write(header("a1", "x"), RevisionFormat.SQL))
			.withMessageContaining("a1_x.sql is already there");
		assertThat(file).hasContent("mine");
	}

	@Test
	void aTemplateOfTheProjectIsUsedWithTheArgumentsOfTheCommand() throws IOException {
		template("data.sql.mustache",
				"""
						{{! Moves rows }}
						{{{header}}}
						-- {{#arguments.ticket}}ticket {{arguments.ticket}}{{/arguments.ticket}}, after {{#revises}}[{{.}}]{{/revises}}
						-- upgrade
						SELECT 1;
						""");
		RevisionHeader header = new RevisionHeader("c3", List.of("a1", "b2"), List.of(), List.of(), "x", null, "");
		WrittenRevision written = writer().write(RevisionFileRequest.of(header, List.of())
			.in(RevisionFormat.SQL)
			.from("data")
			.with(Map.of("ticket", "A-1\n-- upgrade")));
		assertThat(written.file()).content().contains("-- ticket A-1 -- upgrade, after [a1][b2]\n");
		assertThat(read()).containsExactly(written.header());
	}

	@Test
	void whatATemplateSaysIsEscapedForItsLanguage() throws IOException {
		template("revision.java.mustache", """
				package {{package}};
				{{{imports}}}
				/** {{message}} */
				{{{header}}}
				class {{className}} implements Migration {
					static final String MESSAGE = "{{message}}";
					public void upgrade(Operations op) { }
				}
				""");
		write(header("a1", HOSTILE), RevisionFormat.JAVA);
		assertThat(read()).extracting(RevisionHeader::message).containsExactly(HOSTILE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{{#a}}", "{{nope}}", "{{>nope}}", "{{/id}}" })
	void aBrokenTemplateIsNamedAndNothingIsWritten(String text) throws IOException {
		template("revision.sql.mustache", text);
		assertThatExceptionOfType(InvalidTemplateException.class)
			.isThrownBy(() -> write(header("a1", "x"), RevisionFormat.SQL))
			.withMessageContaining("migration/revision.sql.mustache");
		assertThat(new TestProject(this.folder).files("src")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "nope", "../nope", "", "a/b" })
	void aTemplateThatIsNotThereIsSaid(String name) {
		assertThatExceptionOfType(InvalidTemplateException.class)
			.isThrownBy(() -> writer()
				.write(RevisionFileRequest.of(header("a1", "x"), List.of()).in(RevisionFormat.SQL).from(name)))
			.satisfies((ex) -> assertThat(ex.getAction()).contains("Choose one of revision"));
	}

	@Test
	void aBodyIsIndentedAndBringsItsImports() throws IOException {
		RevisionBody body = new RevisionBody(List.of("java.util.Map", "static dev.migration.schema.Definitions.column"),
				"op.execute(\"x\", Map.of());\n\nop.execute(\"<&>\");", "op.execute(\"y\");");
		Path file = writer().write(RevisionFileRequest.of(header("a1", "x"), List.of()).doing(body)).file();
		assertThat(file).content().contains("""
				import java.util.Map;

				import dev.migration.Migration;
				import dev.migration.Operations;
				import dev.migration.Revision;

				import static dev.migration.schema.Definitions.column;
				""", """
					public void upgrade(Operations op) {
						op.execute("x", Map.of());

						op.execute("<&>");
					}
				""");
		assertThat(read()).hasSize(1);
	}

	@Test
	void theMembersOfABodyStandBehindTheTwoMethods() throws IOException {
		RevisionBody body = new RevisionBody(List.of(), "upgradePart1(op);", "",
				"private void upgradePart1(Operations op) {\n\top.execute(\"x\");\n}");
		Path file = writer().write(RevisionFileRequest.of(header("a1", "x"), List.of()).doing(body)).file();
		assertThat(file).content().endsWith("""
					@Override
					public void downgrade(Operations op) {
					}

					private void upgradePart1(Operations op) {
						op.execute("x");
					}

				}
				""");
	}

	@Test
	void aRevisionGoesWhereItsParentIs() {
		this.settings.locations(List.of(LOCATION, "classpath:db/shop", "filesystem:sql"));
		RevisionHeader inShop = at("db.shop.R1_X");
		assertThat(write(header("a1", "x"), List.of(inShop), null).file())
			.isEqualTo(this.folder.resolve("src/main/java/db/shop/Ra1_X.java"));
		RevisionHeader inFolder = at(this.folder.resolve("sql/0_x.sql").toString());
		assertThat(write(header("b2", "x"), List.of(inFolder, inShop), null).file())
			.isEqualTo(this.folder.resolve("sql/b2_x.sql"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "db/shop", "classpath:db/shop/", "src/main/resources/db/shop" })
	void aLocationCanBeNamed(String name) {
		this.settings.locations(List.of(LOCATION, "classpath:db/shop"));
		assertThat(write(header("a1", "x"), List.of(at("db.revisions.R0")), name).file().getParent())
			.isEqualTo(this.folder.resolve("src/main/java/db/shop"));
	}

	@Test
	void whereItGoesIsNotGuessed() {
		this.settings.locations(List.of(LOCATION, "classpath:db/shop"));
		assertThatExceptionOfType(InvalidLocationException.class)
			.isThrownBy(() -> write(header("a1", "x"), List.of(), null))
			.withMessageContaining("classpath:db/revisions, classpath:db/shop")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("--location"));
		assertThatExceptionOfType(InvalidLocationException.class)
			.isThrownBy(() -> write(header("a1", "x"), List.of(at("db.elsewhere.R0")), null))
			.withMessageContaining("is in none of them");
		assertThatExceptionOfType(InvalidLocationException.class)
			.isThrownBy(() -> write(header("a1", "x"), List.of(), "../etc"))
			.withMessageContaining("'../etc' is not one of this project");
	}

	@ParameterizedTest
	@ValueSource(strings = { "classpath:../outside", "classpath*:db/**", "filesystem:sql" })
	void aLocationThatCannotHoldAClassIsSaid(String location) {
		this.settings.locations(List.of(location));
		assertThatExceptionOfType(InvalidLocationException.class)
			.isThrownBy(() -> write(header("a1", "x"), RevisionFormat.JAVA))
			.withMessageContaining(location);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void hooksRunOnTheFileInTheFolderOfTheProject() {
		this.settings.postWriteHook("sh -c 'echo \"$1 in $(pwd)\"; echo >> \"$1\"' hook")
			.postWriteHook("sh -c 'exit 3' {{file}}")
			.postWriteHook("sh -c 'echo third'");
		WrittenRevision written = write(header("a1", "x y"), RevisionFormat.SQL);
		assertThat(this.output).containsExactly(written.file() + " in " + realFolder(), "third");
		assertThat(written.hooks()).extracting(HookResult::exitCode).containsExactly(0, 3, 0);
		assertThat(written.warnings()).singleElement()
			.asString()
			.contains("[sh -c exit 3 " + written.file() + "] ended with exit code 3");
		assertThat(read()).hasSize(1);
	}

	@Test
	void aHookThatCannotBeRunIsSaidAndTheFileStays() {
		this.settings.postWriteHook("no-such-program-anywhere --fix");
		assertThatExceptionOfType(ProgramException.class).isThrownBy(() -> write(header("a1", "x"), RevisionFormat.SQL))
			.withMessageContaining("a1_x.sql was written, but the post-write hook [no-such-program-anywhere --fix");
		assertThat(read()).hasSize(1);
	}

	private Path realFolder() {
		try {
			return this.folder.toRealPath();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<RevisionHeader> read() {
		return new TestProject(this.folder).read(LOCATION);
	}

	private WrittenRevision write(RevisionHeader header, RevisionFormat format) {
		return writer().write(RevisionFileRequest.of(header, List.of()).in(format));
	}

	private WrittenRevision write(RevisionHeader header, List<RevisionHeader> parents, String location) {
		return writer().write(RevisionFileRequest.of(header, parents).at(location));
	}

	private RevisionWriter writer() {
		return new RevisionWriter(this.settings.baseDirectory(this.folder).build(), this.output::add,
				Clock.fixed(Instant.parse("2026-11-23T10:15:00.123Z"), ZoneOffset.UTC));
	}

	private void template(String name, String text) throws IOException {
		Files.createDirectories(this.folder.resolve("migration"));
		Files.writeString(this.folder.resolve("migration").resolve(name), text);
	}

	private static RevisionHeader header(String id, String message) {
		return new RevisionHeader(id, List.of(), List.of(), List.of(), message, null, "");
	}

	private static RevisionHeader at(String location) {
		return new RevisionHeader("p", List.of(), List.of(), List.of(), "parent", null, location);
	}

}
