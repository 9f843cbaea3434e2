package dev.migration.boot.documents;

import java.util.regex.Pattern;

import dev.migration.test.CompiledText;
import dev.migration.test.DocumentBlock;

/**
 * A block of Java in a document, made a whole source. Statements are written as they
 * stand in a revision, or as code that has a {@code migrator}; beans as in a
 * configuration.
 */
record JavaBlock(DocumentBlock block) {

	private static final String IMPORTS = """
			import java.time.*;
			import java.util.*;
			import javax.sql.DataSource;
			import dev.migration.*;
			import dev.migration.autogenerate.*;
			import dev.migration.boot.autoconfigure.*;
			import dev.migration.boot.event.*;
			import dev.migration.boot.test.*;
			import dev.migration.runtime.MigratorBuilder;
			import dev.migration.schema.*;
			import dev.migration.script.*;
			import org.springframework.beans.factory.ObjectProvider;
			import org.springframework.context.ApplicationListener;
			import org.springframework.context.annotation.Bean;
			import org.springframework.core.annotation.Order;
			import org.springframework.core.env.Environment;
			import org.springframework.http.HttpMethod;
			import org.springframework.security.config.Customizer;
			import org.springframework.security.config.annotation.web.builders.HttpSecurity;
			import org.springframework.security.web.SecurityFilterChain;
			import org.springframework.stereotype.Component;
			import static dev.migration.schema.Definitions.*;
			import static dev.migration.schema.ReferentialAction.*;
			import static dev.migration.schema.Types.*;
			""";

	private static final String NO_TYPE = "package-info";

	private static final Pattern STATEMENT = Pattern.compile("^(?!return|throw|import|package)[\\w. <>]+[.(=].*;$",
			Pattern.MULTILINE);

	String text() {
		return this.block.text();
	}

	boolean isRevision() {
		return text().contains("@Revision(");
	}

	boolean isStatements() {
		return !text().startsWith("package ") && !text().startsWith("import ") && !text().startsWith("@Bean")
				&& (STATEMENT.matcher(text()).find() || CompiledText.nameOf(text()).equals(NO_TYPE));
	}

	/**
	 * Make a source of it.
	 * @param name the name of its class, unless it has one
	 */
	CompiledText source(String name) {
		String whole = whole(name);
		return new CompiledText(this.block.toString(), CompiledText.nameOf(whole), whole);
	}

	private String whole(String name) {
		if (text().startsWith("package ")) {
			return text();
		}
		if (text().startsWith("@Bean")) {
			return IMPORTS + "class " + name + " {\n" + text() + "}\n";
		}
		if (!isStatements()) {
			return text().startsWith("import ") ? text() : IMPORTS + text();
		}
		return IMPORTS + "public class " + name + " implements " + StatementsBlock.class.getCanonicalName()
				+ " {\npublic void run(Operations op, Migrator migrator) {\n" + text() + "}\n}\n";
	}

	@Override
	public String toString() {
		return this.block.toString();
	}

}
