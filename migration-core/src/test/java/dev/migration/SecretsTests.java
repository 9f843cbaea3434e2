package dev.migration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is taken out of texts, and what is not.
 */
class SecretsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					CREATE USER a IDENTIFIED BY 's3cret!' REQUIRE SSL        | CREATE USER a IDENTIFIED BY '***' REQUIRE SSL
					IDENTIFIED WITH caching_sha2_password BY 's3cret!'       | IDENTIFIED WITH caching_sha2_password BY '***'
					IDENTIFIED VIA ed25519 USING PASSWORD('s3cret!')         | IDENTIFIED VIA ed25519 USING PASSWORD('***')
					ALTER ROLE a ENCRYPTED PASSWORD 'it''s s3cret!' LOGIN    | ALTER ROLE a ENCRYPTED PASSWORD '***' LOGIN
					identified by "s3cret!"                                  | identified by '***'
					OPTIONS (user 'a', password 's3cret!')                   | OPTIONS (user 'a', password '***')
					CHANGE MASTER TO MASTER_PASSWORD='s3cret!', MASTER_PORT=1 | CHANGE MASTER TO MASTER_PASSWORD='***', MASTER_PORT=1
					near 'IDENTIFIED BY 's3cret!                             | near 'IDENTIFIED BY '***'
					jdbc:mariadb://h/d?user=a&password=s3cret!&x=1           | jdbc:mariadb://h/d?user=a&password=***&x=1
					host=h password=s3cret! dbname=d                         | host=h password=*** dbname=d
					jdbc:h2:mem:a;PASSWORD=s3cret!;X=1                       | jdbc:h2:mem:a;PASSWORD=***;X=1
					postgresql://a:s3cret!@h:5432/d refused                  | postgresql://a:***@h:5432/d refused
					""")
	void aPasswordIsMasked(String text, String masked) {
		assertThat(Secrets.mask(text)).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "column \"password\" does not exist, but \"pass\" does",
			"Unknown column 'password' in 'a'", "password authentication failed for user \"a\"",
			"ALTER TABLE a ADD password varchar(9) DEFAULT 'x'", "INSERT INTO a (password) VALUES ('x')",
			"Access denied for user 'a'@'b' (using password: YES)" })
	void whatOnlySpeaksOfPasswordsIsLeftAlone(String text) {
		assertThat(Secrets.mask(text)).isEqualTo(text);
	}

}
