#!/bin/sh
#
# Runs a command of Migration for Spring Boot, such as './migrate upgrade head', with the
# classes that the build of this project makes. When sources changed it compiles first.
#
# 'migrate init' created this file and never overwrites it, so change it as you like.

# The class with the main method. If it is empty, the one with @SpringBootApplication.
main_class=${MIGRATE_MAIN_CLASS:-'@main.class@'}

# Further arguments for Maven or Gradle, such as '-o' or '-Pdevelopment'.
build_arguments=${MIGRATE_BUILD_ARGUMENTS:-''}

# The exit code if the project cannot be compiled. Those of the commands are 0 to 9.
not_compiled=10

set -f
unset CDPATH

fail() {
	printf 'error: %s\n' "$1" >&2
	exit "$not_compiled"
}

go_to_the_project() {
	script=$1
	while [ -h "$script" ]; do
		link=$(readlink "$script")
		case $link in
			/*) script=$link ;;
			*) script=$(dirname -- "$script")/$link ;;
		esac
	done
	cd -- "$(dirname -- "$script")" || exit "$not_compiled"
	folder=$(pwd -P)
	if [ -f pom.xml ]; then
		build=maven
		output=target
	elif [ -f build.gradle ] || [ -f build.gradle.kts ]; then
		build=gradle
		output=build
	else
		fail "There is neither pom.xml nor build.gradle in $folder"
	fi
	case $(uname) in
		CYGWIN* | MINGW* | MSYS*) separator=';' ;;
		*) separator=: ;;
	esac
	work=$output/migrate
}

# What was compiled is up to date if nothing that is watched is newer, and all is still
# there. A folder is newer when a file in it was added or removed.
is_up_to_date() {
	[ -f "$work/compiled" ] && [ -f "$work/class-path" ] && [ -f "$work/watched" ] || return 1
	[ "$build" = gradle ] || [ -d "$output/classes" ] || return 1
	set --
	while IFS= read -r file; do
		[ -e "$file" ] || return 1
		set -- "$@" "$file"
	done < "$work/watched"
	[ -z "$(find "$@" -newer "$work/compiled" 2> /dev/null | head -n 1)" ] && is_class_path_there
}

# The classes of another module may not be there: it can have none.
is_class_path_there() {
	IFS= read -r class_path < "$work/class-path" || [ -n "$class_path" ] || return 1
	IFS=$separator
	for entry in $class_path; do
		case $entry in
			*.jar) [ -e "$entry" ] || {
				unset IFS
				return 1
			} ;;
		esac
	done
	unset IFS
}

compile() {
	[ -n "$quiet" ] || echo "Sources changed, compiling..." >&2
	mkdir -p "$work" || exit "$not_compiled"
	# The time before, so that what is saved meanwhile is compiled the next time.
	touch "$work/compiling"
	rm -f "$work/compiled"
	"compile_with_$build" < /dev/null >&2 || fail "The project does not compile, so nothing was run"
	watch > "$work/watched"
	mv -f "$work/compiling" "$work/compiled"
}

compile_with_maven() {
	find_reactor
	maven=$(find_upwards mvnw) || maven=$(command -v mvn) ||
		fail "Maven is needed to compile, and there is neither a mvnw here nor mvn on the PATH"
	remove_stale_revisions
	# Without its tests, but as far as a module that needs the tests of another can go.
	set -- test-compile -Dmaven.test.skip=true
	if ! is_class_path_valid; then
		set -- "$@" dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile=target/migrate/class-path
	fi
	if [ "$reactor" != "$folder" ]; then
		set -- -pl "$module" -am "$@"
	fi
	# shellcheck disable=SC2086
	(cd -- "$reactor" && "$maven" -q -B $build_arguments "$@")
}

# The module above all that have this one inside, in case it needs their other modules.
find_reactor() {
	reactor=$folder
	module=.
	parent=$folder
	while [ "${parent%/*}" != "$parent" ] && [ -n "$parent" ]; do
		parent=${parent%/*}
		if [ -f "$parent/pom.xml" ] && has_module "$parent/pom.xml" "${reactor#"$parent"/}"; then
			reactor=$parent
			module=${folder#"$parent"/}
		fi
	done
}

has_module() {
	tr '<' '\n' < "$1" | sed -n -e 's/^module>[[:space:]]*//p' -e 's/^subproject>[[:space:]]*//p' |
		sed -e 's/[[:space:]]*$//' -e 's:^\./::' -e 's:/pom\.xml$::' -e 's:/$::' | grep -Fxq -e "$2"
}

# Maven leaves a resource where it is when its source is gone.
remove_stale_revisions() {
	[ ! -d target/classes ] ||
		find target/classes -name '*.sql' -exec grep -l -e '^-- *revision:' {} + |
		while IFS= read -r file; do
			[ -e "src/main/resources/${file#target/classes/}" ] || rm -f -- "$file"
		done
}

is_class_path_valid() {
	[ -f "$work/class-path" ] && [ -f "$work/watched" ] && is_class_path_there || return 1
	while IFS= read -r file; do
		case $file in
			*/pom.xml) [ -z "$(find "$file" -newer "$work/class-path")" ] || return 1 ;;
		esac
	done < "$work/watched"
}

compile_with_gradle() {
	gradle=$(find_upwards gradlew) || gradle=$(command -v gradle) ||
		fail "Gradle is needed to compile, and there is neither a gradlew here nor gradle on the PATH"
	cat > "$work/class-path.gradle" << 'END'
allprojects { project ->
    if (project.projectDir.canonicalFile == gradle.startParameter.currentDir.canonicalFile) {
        project.plugins.withId('java') {
            def classPath = project.sourceSets.main.runtimeClasspath
            def file = new File(project.projectDir, 'build/migrate/class-path')
            project.tasks.create('migrateClassPath') {
                dependsOn classPath
                doLast {
                    file.setText(classPath.files.findAll { it.exists() }.join(File.pathSeparator), 'UTF-8')
                }
            }
        }
    }
}
END
	# shellcheck disable=SC2086
	"$gradle" -q --console=plain -I "$work/class-path.gradle" $build_arguments migrateClassPath
}

find_upwards() {
	directory=$folder
	while [ ! -f "$directory/$1" ]; do
		[ "$directory" != "${reactor:-}" ] && [ "${directory%/*}" != "$directory" ] || return 1
		directory=${directory%/*}
	done
	if [ ! -x "$directory/$1" ]; then
		chmod u+x "$directory/$1" || return 1
	fi
	printf '%s\n' "$directory/$1"
}

# The sources and build files of this module, and of those whose classes it uses.
watch() {
	watch_module "$folder"
	if [ "$build" = maven ]; then
		directory=$folder
		while [ "${directory%/*}" != "$directory" ]; do
			directory=${directory%/*}
			watch_file "$directory/pom.xml"
		done
	else
		directory=$folder
		while [ "${directory%/*}" != "$directory" ]; do
			for file in settings.gradle settings.gradle.kts gradle.properties gradle/libs.versions.toml; do
				watch_file "$directory/$file"
			done
			directory=${directory%/*}
		done
	fi
	is_class_path_there
	IFS=$separator
	for entry in $class_path; do
		case $entry in
			"$folder/$output"/*) ;;
			*/target/classes) watch_module "${entry%/target/classes}" ;;
			*/build/libs/*.jar) watch_module "${entry%/build/libs/*}" ;;
			*/build/classes/*) watch_module "${entry%/build/classes/*}" ;;
		esac
	done
	unset IFS
}

watch_module() {
	for file in src/main pom.xml build.gradle build.gradle.kts; do
		watch_file "$1/$file"
	done
}

watch_file() {
	[ ! -e "$1" ] || printf '%s\n' "$1"
}

# A class of Kotlin has its main method beside it.
find_main_class() {
	mark='Lorg/springframework/boot/autoconfigure/SpringBootApplication;'
	case $build in
		maven) classes=target/classes ;;
		gradle) classes=build/classes ;;
	esac
	found=$(find "$classes" -name '*.class' -exec grep -l -e "$mark" {} +)
	case $found in
		'') fail "No class has @SpringBootApplication. Set main_class in $folder/migrate" ;;
		*'
'*) fail "Several classes have @SpringBootApplication. Set main_class in $folder/migrate to one of
$found" ;;
	esac
	[ ! -f "${found%.class}Kt.class" ] || found=${found%.class}Kt.class
	found=${found#"$classes"/}
	[ "$build" = maven ] || found=${found#*/main/}
	main_class=$(printf '%s' "${found%.class}" | tr / .)
}

run() {
	java=java
	if [ -n "${JAVA_HOME:-}" ]; then
		java=$JAVA_HOME/bin/java
		[ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, which has no bin/java"
	fi
	[ "$build" = gradle ] || class_path=$output/classes$separator$class_path
	# shellcheck disable=SC2086
	exec "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC ${JAVA_OPTS:-} -cp "$class_path" "$main_class" migrate "$@"
}

quiet=
for argument in "$@"; do
	case $argument in
		-q | --quiet) quiet=yes ;;
	esac
done
go_to_the_project "$0"
if ! is_up_to_date; then
	compile
	is_class_path_there || fail "The class path in $folder/$work/class-path names files that are not there"
fi
[ -n "$main_class" ] || find_main_class
run "$@"
