@echo off
rem Runs a command of Migration for Spring Boot, such as 'migrate upgrade head', with the
rem classes that the build of this project makes. When sources changed it compiles first.
rem
rem 'migrate init' created this file and never overwrites it, so change it as you like.
setlocal EnableExtensions DisableDelayedExpansion

rem The class with the main method. If it is empty, the one with @SpringBootApplication.
set "main_class=dev.migration.sample.HackathonApplication"
if defined MIGRATE_MAIN_CLASS set "main_class=%MIGRATE_MAIN_CLASS%"

rem Further arguments for Maven or Gradle, such as -o or -Pdevelopment.
set "build_arguments=%MIGRATE_BUILD_ARGUMENTS%"

rem The exit code if the project cannot be compiled. Those of the commands are 0 to 9.
set "not_compiled=10"

cd /d "%~dp0" || exit /b %not_compiled%
set "build="
if exist build.gradle set "build=gradle"
if exist build.gradle.kts set "build=gradle"
if exist pom.xml set "build=maven"
set "output=target"
if "%build%"=="gradle" set "output=build"
set "work=%output%\migrate"
if not defined build (
	>&2 echo error: There is neither pom.xml nor build.gradle beside migrate.cmd
	exit /b %not_compiled%
)

call :is_up_to_date
if errorlevel 1 (
	call :compile
	if errorlevel 1 (
		>&2 echo error: The project does not compile, so nothing was run
		exit /b %not_compiled%
	)
)
if not defined main_class call :find_main_class
if not defined main_class (
	>&2 echo error: No class, or more than one, has @SpringBootApplication. Set main_class in migrate.cmd
	exit /b %not_compiled%
)

rem A class path may be longer than a command can be. A backslash joins two lines of it.
set "own="
if "%build%"=="maven" set "own=target/classes;"
> "%work%\java.arguments" (
	echo -cp "%own%\
	type "%work%\class-path"
	echo "
)
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC %JAVA_OPTS% "@%work%\java.arguments" %main_class% migrate %*
exit /b %ERRORLEVEL%

rem A folder is newer when a file in it was added or removed.
:is_up_to_date
if not exist "%work%\compiled" exit /b 1
if not exist "%work%\class-path" exit /b 1
powershell -NoProfile -Command "$stamp = (Get-Item '%work%\compiled').LastWriteTimeUtc; $files = @(Get-ChildItem -Recurse -ErrorAction SilentlyContinue 'src\main') + @(Get-Item -ErrorAction SilentlyContinue 'src\main', 'pom.xml', '..\pom.xml', 'build.gradle*', 'settings.gradle*', '..\settings.gradle*', 'gradle.properties'); if ($files | Where-Object { $_.LastWriteTimeUtc -gt $stamp } | Select-Object -First 1) { exit 1 }"
exit /b %ERRORLEVEL%

:compile
>&2 echo Sources changed, compiling...
if not exist "%work%" mkdir "%work%"
type nul > "%work%\compiling"
if exist "%work%\compiled" del "%work%\compiled"
call :compile_with_%build% <nul >&2
if errorlevel 1 exit /b 1
move /y "%work%\compiling" "%work%\compiled" >nul
exit /b %ERRORLEVEL%

rem In the module above, if there is one, in case this one needs its other modules.
:compile_with_maven
for %%I in (.) do set "module=%%~nxI"
set "reactor=."
set "selection="
if exist ..\pom.xml findstr /c:"<module>%module%</module>" ..\pom.xml >nul && set "reactor=.."
if "%reactor%"==".." set "selection=-pl "%module%" -am"
set "maven=mvn"
if exist "%reactor%\mvnw.cmd" set "maven=.\mvnw.cmd"
if exist mvnw.cmd set "maven="%CD%\mvnw.cmd""
pushd "%reactor%"
call %maven% -q -B %build_arguments% %selection% test-compile -Dmaven.test.skip=true dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile=target/migrate/class-path -Dmdep.fileSeparator=/
set "code=%ERRORLEVEL%"
popd
exit /b %code%

:compile_with_gradle
set "gradle=gradle"
if exist ..\gradlew.bat set "gradle=..\gradlew.bat"
if exist gradlew.bat set "gradle=.\gradlew.bat"
> "%work%\class-path.gradle" (
	echo allprojects { project -^>
	echo     if ^(project.projectDir.canonicalFile == gradle.startParameter.currentDir.canonicalFile^) {
	echo         project.plugins.withId^('java'^) {
	echo             def classPath = project.sourceSets.main.runtimeClasspath
	echo             def file = new File^(project.projectDir, 'build/migrate/class-path'^)
	echo             project.tasks.create^('migrateClassPath'^) {
	echo                 dependsOn classPath
	echo                 doLast {
	echo                     file.setText^(classPath.files.findAll { it.exists^(^) }*.path*.replace^('\\', '/'^).join^(';'^), 'UTF-8'^)
	echo                 }
	echo             }
	echo         }
	echo     }
	echo }
)
call %gradle% -q --console=plain -I "%work%\class-path.gradle" %build_arguments% migrateClassPath
exit /b %ERRORLEVEL%

rem A class of Kotlin has its main method beside it.
:find_main_class
set "found="
set "classes=target\classes"
if "%build%"=="gradle" for /d %%L in (build\classes\*) do if exist "%%L\main" set "classes=%%L\main"
for /f "delims=" %%F in ('findstr /s /m /c:"Lorg/springframework/boot/autoconfigure/SpringBootApplication;" "%classes%\*.class"') do (
	if defined found exit /b 1
	set "found=%%F"
)
if not defined found exit /b 1
if exist "%found:~0,-6%Kt.class" set "found=%found:~0,-6%Kt.class"
call set "found=%%found:*%classes%\=%%"
set "found=%found:~0,-6%"
set "main_class=%found:\=.%"
exit /b 0
