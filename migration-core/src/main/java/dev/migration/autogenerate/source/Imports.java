package dev.migration.autogenerate.source;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.migration.schema.Definitions;
import dev.migration.schema.Types;

/**
 * Collects what the source needs to be imported. Each method returns the name to write.
 */
final class Imports {

	private final Set<String> names = new TreeSet<>();

	private boolean hasRows;

	String definition(String method) {
		this.names.add("static " + Definitions.class.getName() + "." + method);
		return method;
	}

	String type(String method) {
		this.names.add("static " + Types.class.getName() + "." + method);
		return method;
	}

	String constant(Enum<?> constant) {
		this.names.add("static " + constant.getDeclaringClass().getCanonicalName() + "." + constant.name());
		return constant.name();
	}

	/**
	 * Import a class.
	 * @param type the class; of one inside of another the outer one is imported
	 * @return its name, behind that of the outer one
	 */
	String name(Class<?> type) {
		Class<?> outer = type.getEnclosingClass();
		if (outer != null) {
			return name(outer) + "." + type.getSimpleName();
		}
		if (!type.getPackageName().equals("java.lang")) {
			this.names.add(type.getName());
		}
		return type.getSimpleName();
	}

	/**
	 * Ask for the method that makes a row.
	 * @return its name
	 */
	String row() {
		this.hasRows = true;
		name(LinkedHashMap.class);
		name(Map.class);
		return JavaSource.ROW_METHOD;
	}

	boolean hasRows() {
		return this.hasRows;
	}

	void addAll(Collection<String> others) {
		this.names.addAll(others);
	}

	List<String> all() {
		return List.copyOf(this.names);
	}

}
