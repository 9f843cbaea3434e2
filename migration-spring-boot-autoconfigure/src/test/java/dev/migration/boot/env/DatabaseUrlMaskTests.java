package dev.migration.boot.env;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DatabaseUrlMask}.
 */
class DatabaseUrlMaskTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			postgresql://user:secret@host:5432/db          | postgresql://user:***@host:5432/db
			postgresql+psycopg2://user:secret@[::1]:1,b/db | postgresql+psycopg2://user:***@[::1]:1,b/db
			postgresql://user@host/db                      | postgresql://***@host/db
			postgresql://:secret@host/db                   | postgresql://***@host/db
			postgresql://host/db                           | postgresql://host/db
			postgresql://host/db?password=secret           | postgresql://host/db?***
			postgresql://u:s@host/db?sslpassword=secret    | postgresql://u:***@host/db?***
			postgresql://host/db?password=sec@ret          | postgresql://***@***
			postgresql://host/db?password=sec@ret/x        | postgresql://***@***
			postgresql://user:sec@ret@host/db              | postgresql://user:***@host/db
			postgresql://user:sec/ret@host/db              | postgresql://user:***@host/db
			postgresql://user:sec?ret@host/db              | postgresql://user:***@***
			postgresql://user:sec@r/e/t                    | postgresql://user:***@***
			postgresql://user:sec@ret                      | postgresql://user:***@***
			postgresql://user:secret                       | postgresql://user:***
			postgresql://user:sec/ret                      | postgresql://user:***
			postgresql://user:12345/db                     | postgresql://user:***
			postgresql://user:100%@host/db                 | postgresql://user:***@host/db
			postgresql://user:secret@host:x/db             | postgresql://user:***@***
			mongodb://user:secret@host/db                  | mongodb://user:***@host/db
			user:secret@host/db                            | ***
			postgresql:user:secret@host/db                 | ***
			secret                                         | ***
			://user:secret@host/db                         | ***
			sqlite://name.db                               | sqlite://name.db
			sqlite:///C:/x%/y.db?key=secret                | sqlite:///C:/x%/y.db?***
			h2:///./shop;PASSWORD=secret                   | h2:///./shop;***
			h2:mem:shop;PASSWORD=secret                    | ***
			h2://user:secret@host/~/db                     | h2://user:***@***
			sqlite://user:secret@host/db                   | sqlite://user:***@host/db
			""")
	void hidesWhateverMayBeThePassword(String url, String masked) {
		String shown = DatabaseUrlMask.mask(url);
		assertThat(shown).isEqualTo(masked);
		assertThat(shown).doesNotContain("secret", "sec", "ret");
	}

	@Test
	void hidesEverythingBesideAControlCharacter() {
		assertThat(DatabaseUrlMask.mask("postgresql://user:sec\nret@host/db")).isEqualTo("***");
	}

}
