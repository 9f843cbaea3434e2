package dev.migration.boot.command;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import dev.migration.project.ProjectInitializer;
import dev.migration.project.ProjectSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The script {@code ./migrate} in a small project of its own, as processes. Its Maven is
 * a script that calls the compiler and notes that it was called: so no artifact of ours
 * has to be in a repository.
 */
@DisabledOnOs(OS.WINDOWS)
class MigrateScriptTests {

	private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

	private static final String APPLICATION = """
			package com.example;
			@org.springframework.boot.autoconfigure.SpringBootApplication
			public class App {
				public static void main(String[] args) {
					org.springframework.boot.SpringApplication.run(App.class, args);
				}
			}
			""";

	/** Prints its arguments, and ends with a code of its own. */
	private static final String JAVA = """
			#!/bin/sh
			code=0
			while [ "${1#com.example.}" = "$1" ]; do
				case $1 in -Dcode=*) code=${1#-Dcode=} ;; esac
				echo "$1" >> "$CALLS.options"
				shift
			done
			for argument in "$@"; do printf '[%s]\\n' "$argument"; done
			echo "in $PWD"
			exit "$code"
			""";

	private static final String MAVEN = """
			#!/bin/sh
			printf '%s\\n' "$PWD: $*" >> "$CALLS"
			set -e
			cd "$MODULE"
			mkdir -p target/classes
			if [ -d src/main/resources ]; then cp -R src/main/resources/. target/classes; fi
			find src/main/java -name '*.java' > target/sources
			"$REAL_JAVA_HOME/bin/javac" -J-XX:TieredStopAtLevel=1 -proc:none -d target/classes -cp "$TEST_CLASS_PATH" $(cat target/sources)
			case "$*" in
				*build-classpath*) printf '%s' "$TEST_CLASS_PATH" > target/migrate/class-path ;;
			esac
			""";

	@TempDir
	private Path temporary;

	private Path project;

	private final Map<String, String> environment = new TreeMap<>();

	private String out = "";

	private String err = "";

	@BeforeEach
	void createProject() throws IOException {
		this.project = Files.createDirectories(this.temporary.toRealPath().resolve("my shop/app"));
		write("pom.xml", "<project/>");
		write("mvnw", MAVEN);
		this.environment.put("JAVA_HOME", JAVA_HOME.toString());
		this.environment.put("REAL_JAVA_HOME", JAVA_HOME.toString());
		this.environment.put("TEST_CLASS_PATH",
				Arrays
					.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
						.split(File.pathSeparator))
					.filter((entry) -> !entry.contains("test-classes"))
					.collect(Collectors.joining(":")));
		this.environment.put("CALLS", this.temporary.resolve("calls").toString());
		this.environment.put("MODULE", this.project.toString());
		this.environment.put("DATABASE_URL", "sqlite:///./shop.db");
	}

	@Test
	void aRevisionIsWrittenCompiledAndApplied() throws Exception {
		write("src/main/java/com/example/App.java", APPLICATION);
		init("com.example.App");
		assertThat(migrate("revision", "-m", "add \"email\" */ -- $x")).as(this.err).isZero();
		assertThat(this.out).matches("Wrote src/main/java/db/revisions/R[0-9a-f]{12}_AddEmailX\\.java\n");
		assertThat(this.err).startsWith("Sources changed, compiling...\n");
		assertThat(this.project.resolve("shop.db")).as("no database is asked").doesNotExist();
		assertThat(migrate("upgrade", "head")).as(this.err).isZero();
		assertThat(this.out).contains(", add \"email\" */ -- $x (").contains("./shop.db is at ");
		assertThat(migrate("history", "-i")).as(this.err).isZero();
		assertThat(this.out).matches("<base> -> [0-9a-f]{12} \\(head\\) \\(current\\), add \"email\" \\*/ -- \\$x\n");
		assertThat(calls()).hasSize(2);
	}

	@Test
	void compilesOnlyWhenSomethingChanged() throws Exception {
		echo();
		migrate();
		assertThat(this.err).isEqualTo("Sources changed, compiling...\n");
		migrate();
		assertThat(this.err).isEmpty();
		change("src/main/java/com/example/App.java");
		migrate();
		assertThat(calls()).hasSize(2);
		Files.delete(write("src/main/resources/x.txt", "x"));
		migrate();
		assertThat(calls()).as("a file that is gone is a change").hasSize(3);
		migrate("-q");
		assertThat(calls()).hasSize(3);
	}

	@Test
	void theClassPathIsOnlyAskedForAgainWhenTheBuildFileChanged() throws Exception {
		echo();
		migrate();
		change("src/main/java/com/example/App.java");
		migrate();
		change("pom.xml");
		migrate();
		assertThat(calls()).extracting((call) -> call.contains("build-classpath")).containsExactly(true, false, true);
	}

	@Test
	void theClassPathIsAskedForAgainWhenAJarIsGone() throws Exception {
		echo();
		Path jar = Files.createFile(this.temporary.resolve("lib.jar"));
		this.environment.put("TEST_CLASS_PATH", "/other/target/classes:" + jar);
		migrate();
		migrate();
		assertThat(calls()).hasSize(1);
		Files.delete(jar);
		assertThat(migrate()).isEqualTo(10);
		assertThat(calls()).hasSize(2).last().asString().contains("build-classpath");
		assertThat(this.err).contains("names files that are not there");
	}

	@Test
	void aRevisionThatIsGoneIsGone() throws Exception {
		echo();
		Path revision = write("src/main/resources/db/revisions/a1.sql", "-- revision: a1\n-- upgrade\n");
		write("src/main/resources/data.sql", "SELECT 1;");
		migrate();
		assertThat(this.project.resolve("target/classes/db/revisions/a1.sql")).exists();
		write("target/classes/generated.sql", "SELECT 2;");
		Files.delete(revision);
		migrate();
		assertThat(this.project.resolve("target/classes/db/revisions/a1.sql")).doesNotExist();
		assertThat(this.project.resolve("target/classes/data.sql")).exists();
		assertThat(this.project.resolve("target/classes/generated.sql")).exists();
	}

	@Test
	void whatDoesNotCompileIsShownAndNothingIsRun() throws Exception {
		echo();
		migrate();
		write("src/main/java/com/example/App.java", "class Broken {");
		change("src/main/java/com/example/App.java");
		for (int i = 0; i < 2; i++) {
			assertThat(migrate("current")).isEqualTo(10);
			assertThat(this.out).isEmpty();
			assertThat(this.err).contains("class Broken {").endsWith("does not compile, so nothing was run\n");
		}
	}

	@Test
	void everyArgumentAndTheExitCodeGoThroughUntouched() throws Exception {
		echo();
		this.environment.put("JAVA_OPTS", "-Dcode=7 -Da=*");
		String[] arguments = { "", "a  b", "-1", "shop@head", "*", "$HOME", "`x`", "\"", "'", "\\", "a\nb", "--", "-x",
				"k=v w", "ünï" };
		assertThat(migrate(arguments)).isEqualTo(7);
		assertThat(this.out).isEqualTo("[com.example.App]\n[migrate]\n"
				+ Arrays.stream(arguments).map((argument) -> "[" + argument + "]\n").collect(Collectors.joining())
				+ "in " + this.project + "\n");
		assertThat(Path.of(this.environment.get("CALLS") + ".options")).content().contains("-Da=*\n");
	}

	@Test
	void worksFromAnyFolderAndThroughALink() throws Exception {
		echo();
		Path link = Files.createSymbolicLink(this.temporary.resolve("link"), Path.of("my shop/app/migrate"));
		assertThat(run(this.temporary, List.of(link.toString(), "x"))).as(this.err).isZero();
		assertThat(this.out).contains("[x]\n", "in " + this.project);
		assertThat(run(this.project.resolve("src"), List.of("../migrate", "y"))).isZero();
		assertThat(this.out).contains("in " + this.project);
		assertThat(calls()).hasSize(1);
	}

	@Test
	void findsTheMainClassItself() throws Exception {
		useJava();
		write("src/main/java/com/example/App.java", APPLICATION);
		write("src/main/java/com/example/Helper.java", "package com.example; class Helper { }");
		init(null);
		assertThat(migrate("heads")).as(this.err).isZero();
		assertThat(this.out).startsWith("[com.example.App]\n[migrate]\n[heads]\n");
		write("src/main/java/com/example/Other.java", APPLICATION.replaceAll("\\bApp\\b", "Other"));
		assertThat(migrate("heads")).isEqualTo(10);
		assertThat(this.err).contains("Several classes have @SpringBootApplication", "com/example/Other.class");
		this.environment.put("MIGRATE_MAIN_CLASS", "com.example.Other");
		assertThat(migrate("heads")).isZero();
		assertThat(this.out).startsWith("[com.example.Other]");
	}

	@Test
	void aModuleIsCompiledWithTheModulesThatItNeeds() throws Exception {
		echo();
		Path parent = this.project.getParent();
		Files.delete(this.project.resolve("mvnw"));
		write("../mvnw", MAVEN);
		write("../pom.xml", "<project><modules>\n<module>other</module><module> ./app/ </module></modules></project>");
		write("../../pom.xml", "<project><modules><module>elsewhere</module></modules></project>");
		write("../lib/src/main/java/Lib.java", "class Lib { }");
		this.environment.put("TEST_CLASS_PATH", parent + "/lib/target/classes:" + parent + "/empty/target/classes");
		assertThat(migrate()).as(this.err).isZero();
		assertThat(calls()).singleElement()
			.asString()
			.startsWith(parent + ": -q -B -pl app -am test-compile")
			.contains("build-classpath");
		migrate();
		assertThat(calls()).hasSize(1);
		change("../lib/src/main/java/Lib.java");
		migrate();
		assertThat(calls()).hasSize(2);
	}

	@Test
	void withoutABuildFileOrMavenOrJavaItSaysSo() throws Exception {
		echo();
		Files.delete(this.project.resolve("mvnw"));
		this.environment.put("PATH", pathWithoutMaven().toString());
		assertThat(migrate()).isEqualTo(10);
		assertThat(this.err).contains("there is neither a mvnw here nor mvn on the PATH");
		Files.delete(this.project.resolve("pom.xml"));
		assertThat(migrate()).isEqualTo(10);
		assertThat(this.err).contains("There is neither pom.xml nor build.gradle in " + this.project);
	}

	private Path pathWithoutMaven() throws IOException {
		Path bin = Files.createDirectory(this.temporary.resolve("bin"));
		for (String program : List.of("sh", "dirname", "uname", "mkdir", "touch", "rm", "find", "head", "grep", "tr",
				"sed", "readlink", "chmod", "cat", "mv")) {
			for (String folder : List.of("/usr/bin", "/bin")) {
				Path original = Path.of(folder, program);
				if (Files.exists(original) && Files.notExists(bin.resolve(program))) {
					Files.createSymbolicLink(bin.resolve(program), original);
				}
			}
		}
		return bin;
	}

	/**
	 * Leave Java out where only the script matters.
	 */
	private void echo() throws IOException {
		write("src/main/java/com/example/App.java", "class App { }");
		useJava();
		Path compiler = this.temporary.resolve("jdk/bin/javac");
		Files.writeString(compiler, "#!/bin/sh\n! grep -r Broken src >&2\n");
		assertThat(compiler.toFile().setExecutable(true)).isTrue();
		this.environment.put("REAL_JAVA_HOME", this.temporary.resolve("jdk").toString());
		init("com.example.App");
	}

	private void useJava() throws IOException {
		Path java = Files.createDirectories(this.temporary.resolve("jdk/bin")).resolve("java");
		Files.writeString(java, JAVA);
		assertThat(java.toFile().setExecutable(true)).isTrue();
		this.environment.put("JAVA_HOME", this.temporary.resolve("jdk").toString());
	}

	private void init(String mainClass) throws IOException {
		new ProjectInitializer(ProjectSettings.builder().baseDirectory(this.project).build(), mainClass).run();
	}

	private void change(String file) throws IOException {
		Files.setLastModifiedTime(this.project.resolve(file), FileTime.from(Instant.now()));
	}

	private Path write(String name, String text) throws IOException {
		Path file = this.project.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, text);
	}

	private List<String> calls() throws IOException {
		return Files.readAllLines(Path.of(this.environment.get("CALLS")));
	}

	private int migrate(String... arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of("./migrate"));
		command.addAll(List.of(arguments));
		return run(this.project, command);
	}

	private int run(Path directory, List<String> command) throws Exception {
		Path outFile = this.temporary.resolve("out.txt");
		Path errFile = this.temporary.resolve("err.txt");
		ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
			.redirectOutput(outFile.toFile())
			.redirectError(errFile.toFile());
		builder.environment().putAll(this.environment);
		Process process = builder.start();
		assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
		this.out = Files.readString(outFile, StandardCharsets.UTF_8);
		this.err = Files.readString(errFile, StandardCharsets.UTF_8);
		return process.exitValue();
	}

}
