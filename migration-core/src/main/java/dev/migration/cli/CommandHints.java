package dev.migration.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.nio.file.Paths;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

import dev.migration.Migrators;

/**
 * What a native image must keep of the commands: picocli reads their annotations and sets
 * their options by reflection.
 */
final class CommandHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
		registerCommand(hints, new MigrateCli(CommandHints::noDatabase, nowhere, nowhere).spec());
		// Picocli converts options that are a path with these.
		hints.reflection().registerType(Path.class).registerType(Paths.class, MemberCategory.INVOKE_PUBLIC_METHODS);
	}

	private static Migrators noDatabase() {
		throw new IllegalStateException("No command runs here");
	}

	private static void registerCommand(RuntimeHints hints, CommandSpec command) {
		registerClass(hints, command.userObject());
		registerClass(hints, command.versionProvider());
		for (ArgSpec argument : command.args()) {
			for (CommandLine.ITypeConverter<?> converter : argument.converters()) {
				registerClass(hints, converter);
			}
			if (argument.type().isEnum()) {
				hints.reflection().registerType(argument.type(), MemberCategory.INVOKE_PUBLIC_METHODS);
			}
		}
		command.mixins().values().forEach((mixin) -> registerCommand(hints, mixin));
		command.subcommands().values().forEach((subcommand) -> registerCommand(hints, subcommand.getCommandSpec()));
	}

	private static void registerClass(RuntimeHints hints, @Nullable Object instance) {
		Class<?> type = (instance != null) ? instance.getClass() : null;
		while (type != null) {
			hints.reflection()
				.registerType(type, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS, MemberCategory.INVOKE_PUBLIC_METHODS,
						MemberCategory.INVOKE_DECLARED_METHODS, MemberCategory.ACCESS_DECLARED_FIELDS);
			type = type.getSuperclass();
		}
	}

}
