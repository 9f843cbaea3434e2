package dev.migration.autogenerate.source;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.QualifiedName;

/**
 * What the operations are called on: {@code op}, or the changes of one table in a batch,
 * where the table is not named again.
 *
 * @param variable the name of the variable
 * @param isBatch whether it stands for the changes of one table
 */
record Target(String variable, boolean isBatch) {

	static final Target OPERATIONS = new Target("op", false);

	static final Target BATCH = new Target("batch", true);

	/**
	 * Put a table before the arguments of a call.
	 */
	List<Code> withTable(QualifiedName table, List<Code> arguments) {
		return this.isBatch ? arguments : Code.join(Code.name(table.name()), arguments);
	}

	/**
	 * Put a table behind the name of what is on it.
	 */
	List<Code> nameAndTable(String name, QualifiedName table) {
		return this.isBatch ? List.of(Code.name(name)) : List.of(Code.name(name), Code.name(table.name()));
	}

	Code call(@Nullable String schema, Code.Call call) {
		return call(schema, List.of(), call);
	}

	Code drop(@Nullable String schema, boolean ifExists, Code.Call call) {
		return call(schema, ifExists ? List.of(Code.call("ifExists")) : List.of(), call);
	}

	Code create(@Nullable String schema, boolean ifNotExists, Code.Call call) {
		return call(schema, ifNotExists ? List.of(Code.call("ifNotExists")) : List.of(), call);
	}

	Code call(@Nullable String schema, List<Code.Call> conditions, Code.Call call) {
		List<Code.Call> calls = new ArrayList<>();
		if (!this.isBatch) {
			if (schema != null) {
				calls.add(Code.call("inSchema", Code.name(schema)));
			}
			calls.addAll(conditions);
		}
		calls.add(call);
		return Code.chain(this.variable, calls);
	}

}
