package dev.migration.autogenerate.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.Computed;
import dev.migration.schema.Identity;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;
import dev.migration.schema.Sequence;
import dev.migration.schema.SequenceOptions;
import dev.migration.schema.SqlText;
import dev.migration.schema.Trigger;
import dev.migration.schema.View;

/**
 * Writes indexes, sequences, views, triggers, and what a column is made of.
 */
final class DefinitionSource {

	private final Imports imports;

	DefinitionSource(Imports imports) {
		this.imports = imports;
	}

	// Columns

	Code computed(Computed computed) {
		return Code.call(this.imports.definition(computed.isStored() ? "stored" : "virtual"),
				Code.prose(computed.expression()));
	}

	Code identity(Identity identity) {
		SequenceOptions options = identity.options();
		if (Boolean.FALSE.equals(options.cycle())) {
			return Code.call("new " + this.imports.name(Identity.class), Code.text(String.valueOf(identity.always())),
					options(options));
		}
		return Code.chain(Code.call(this.imports.definition(identity.always() ? "always" : "byDefault")),
				counting(options));
	}

	private Code options(SequenceOptions options) {
		return Code.call("new " + this.imports.name(SequenceOptions.class), optional(options.start()),
				optional(options.increment()), optional(options.minValue()), optional(options.maxValue()),
				optional(options.cache()), Code.text(String.valueOf(options.cycle())));
	}

	private static Code optional(@Nullable Long number) {
		return Code.text((number != null) ? number + "L" : "null");
	}

	// Sequences

	Code sequence(Sequence sequence) {
		return Code.chain(Code.call(this.imports.definition("sequence"), Code.name(sequence.name().name())),
				counting(sequence.options()));
	}

	/**
	 * Write how a sequence counts.
	 * @param options what is said of it
	 * @return the calls
	 */
	List<Code.Call> counting(SequenceOptions options) {
		List<Code.Call> calls = new ArrayList<>();
		addNumber(calls, "startWith", options.start());
		addNumber(calls, "incrementBy", options.increment());
		addNumber(calls, "minValue", options.minValue());
		addNumber(calls, "maxValue", options.maxValue());
		addNumber(calls, "cache", options.cache());
		if (options.cycle() != null) {
			calls.add(Code.call(options.cycle() ? "cycle" : "noCycle"));
		}
		return calls;
	}

	private static void addNumber(List<Code.Call> calls, String method, @Nullable Long number) {
		if (number != null) {
			boolean isInt = number.intValue() == number;
			calls.add(Code.call(method, Code.text(number + (isInt ? "" : "L"))));
		}
	}

	// Indexes

	Code index(Index index) {
		List<Code.Call> calls = new ArrayList<>();
		boolean plain = index.parts().stream().allMatch(DefinitionSource::isPlain);
		List<Code> parts = index.parts().stream().map((part) -> plain ? Code.name(part.text()) : part(part)).toList();
		calls.add(Code.call("on", Code.join(Code.name(index.table().name()), parts)));
		if (index.isUnique()) {
			calls.add(Code.call("unique"));
		}
		if (index.isNullsNotDistinct()) {
			calls.add(Code.call("nullsNotDistinct"));
		}
		addText(calls, "using", index.method());
		if (!index.include().isEmpty()) {
			calls.add(Code.call("include", Code.names(index.include())));
		}
		addText(calls, "where", index.where());
		index.storageParameters()
			.forEach((parameter, value) -> calls
				.add(Code.call("storageParameter", Code.name(parameter), Code.name(value))));
		if (index.isConcurrent()) {
			calls.add(Code.call("concurrently"));
		}
		return Code.chain(Code.call(this.imports.definition("index"), optional(index.name())), calls);
	}

	static List<Code> optional(@Nullable String name) {
		return (name != null) ? List.of(Code.name(name)) : List.of();
	}

	static void addText(List<Code.Call> calls, String method, @Nullable String text) {
		if (text != null) {
			calls.add(Code.call(method, Code.prose(text)));
		}
	}

	static boolean isPlain(IndexPart part) {
		return part.equals(IndexPart.ofColumn(part.text()));
	}

	Code part(IndexPart part) {
		List<Code.Call> calls = new ArrayList<>();
		if (part.isDescending()) {
			calls.add(Code.call("descending"));
		}
		if (part.nulls() != null) {
			calls.add(Code.call((part.nulls() == IndexPart.Nulls.FIRST) ? "nullsFirst" : "nullsLast"));
		}
		addText(calls, "collate", part.collation());
		addText(calls, "operatorClass", part.operatorClass());
		if (part.prefixLength() != null) {
			calls.add(Code.call("prefix", Code.text(part.prefixLength().toString())));
		}
		return Code.chain(Code.call(this.imports.definition(part.isExpression() ? "byExpression" : "by"),
				part.isExpression() ? Code.prose(part.text()) : Code.name(part.text())), calls);
	}

	// Views and triggers

	Code view(View view) {
		List<Code.Call> calls = variants(view.query());
		if (view.isMaterialized()) {
			calls.add(Code.call("materialized"));
		}
		return Code.chain(Code.call(this.imports.definition("view"), Code.name(view.name().name()),
				Code.prose(view.query().sql())), calls);
	}

	Code trigger(Trigger trigger) {
		return Code.chain(
				Code.call(this.imports.definition("trigger"), Code.name(trigger.name()),
						Code.name(trigger.table().name()), Code.prose(trigger.definition().sql())),
				variants(trigger.definition()));
	}

	private static List<Code.Call> variants(SqlText text) {
		List<Code.Call> calls = new ArrayList<>();
		text.variants()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.forEach((entry) -> calls.add(Code.call("on", Code.name(entry.getKey()), Code.prose(entry.getValue()))));
		return calls;
	}

}
