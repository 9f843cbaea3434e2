package dev.migration.script;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.migration.RevisionHeader;
import dev.migration.script.RevisionIndex.Entry;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class RevisionIndexProperties {

	private static final String LETTERS = "ab\\,\t\n\r \u0085\u2028\u00fc";

	@Property(tries = 500)
	void whateverAHeaderSaysIsReadAsItWasWritten(@ForAll("entries") Entry entry) {
		String text = new RevisionIndex(Map.of("db/", List.of(entry, entry))).toText();
		RevisionIndex read = RevisionIndexText.parse(text);
		assertThat(read.entries()).containsExactly(entry, entry);
	}

	@Provide
	Arbitrary<Entry> entries() {
		return Arbitraries.randomValue((random) -> {
			RevisionHeader header = new RevisionHeader(text(random), texts(random), texts(random), texts(random),
					text(random), random.nextBoolean() ? time(random) : null, text(random), random.nextBoolean());
			return random.nextBoolean() ? new Entry(header, null, Set.of(), List.of())
					: new Entry(header, text(random), Set.copyOf(texts(random)), arguments(random));
		});
	}

	private static List<RequiredArgument> arguments(Random random) {
		return texts(random).stream().map((name) -> new RequiredArgument(name, text(random))).toList();
	}

	private static List<String> texts(Random random) {
		return Stream.generate(() -> text(random)).limit(random.nextInt(3)).toList();
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder();
		IntStream.range(0, random.nextInt(6))
			.forEach((i) -> text.append(LETTERS.charAt(random.nextInt(LETTERS.length()))));
		return text.toString();
	}

	private static Instant time(Random random) {
		return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
	}

}
