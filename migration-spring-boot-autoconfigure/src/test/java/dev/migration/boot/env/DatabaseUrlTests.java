package dev.migration.boot.env;

import java.util.Properties;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DatabaseUrl}.
 */
class DatabaseUrlTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			sqlite:///./hackathon.db              | jdbc:sqlite:./hackathon.db?foreign_keys=on
			sqlite:///name.db                     | jdbc:sqlite:name.db?foreign_keys=on
			sqlite:////absolute/path.db           | jdbc:sqlite:/absolute/path.db?foreign_keys=on
			sqlite:///C:/x/y.db                   | jdbc:sqlite:C:/x/y.db?foreign_keys=on
			sqlite:///C:\\x\\y.db                 | jdbc:sqlite:C:\\x\\y.db?foreign_keys=on
			sqlite:///C:\\x\\y.db?mode=ro         | jdbc:sqlite:file:/C:/x/y.db?mode=ro&foreign_keys=on
			sqlite+pysqlite:///name.db            | jdbc:sqlite:name.db?foreign_keys=on
			SQLite:///name.db                     | jdbc:sqlite:name.db?foreign_keys=on
			sqlite3:///name.db                    | jdbc:sqlite:name.db?foreign_keys=on
			sqlite:///my%20own%2B+.db             | jdbc:sqlite:my own++.db?foreign_keys=on
			sqlite:///why%3F.db                   | jdbc:sqlite:file:why%3F.db?foreign_keys=on
			sqlite:///100%25#1.db?mode=ro         | jdbc:sqlite:file:100%25%231.db?mode=ro&foreign_keys=on
			sqlite:///x.db?cache=private&mode=rwc | jdbc:sqlite:file:x.db?cache=private&mode=rwc&foreign_keys=on
			sqlite:///x.db?foreign_keys=off       | jdbc:sqlite:file:x.db?foreign_keys=off
			sqlite:///x.db?Foreign_Keys=off       | jdbc:sqlite:file:x.db?Foreign_Keys=off
			sqlite:///file:x.db?mode=ro&uri=true  | jdbc:sqlite:file:x.db?mode=ro&uri=true&foreign_keys=on
			""")
	void sqliteFile(String url, String jdbcUrl) {
		assertThat(parse(url)).isEqualTo(new DatabaseUrl(jdbcUrl, null, null, false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sqlite://", "sqlite:///", "sqlite:///:memory:", "sqlite://:memory:", "sqlite+pysqlite://",
			"sqlite:///:memory:?cache=shared", "sqlite:///file::memory:?cache=shared&mode=memory" })
	void sqliteInMemoryHasANameOfItsOwn(String url) {
		DatabaseUrl first = parse(url);
		DatabaseUrl second = parse(url);
		assertThat(first.inMemory()).isTrue();
		assertThat(first.jdbcUrl()).matches("jdbc:sqlite:file:/migration-[0-9a-f-]{36}\\?vfs=memdb&foreign_keys=on");
		assertThat(first.jdbcUrl()).isNotEqualTo(second.jdbcUrl());
	}

	@Test
	void sqliteInMemoryKeepsTheNameThatItIsGiven() {
		assertThat(parse("sqlite:///file:shared?mode=memory&cache=shared&uri=true")).isEqualTo(
				new DatabaseUrl("jdbc:sqlite:file:/shared?uri=true&vfs=memdb&foreign_keys=on", null, null, true));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			postgresql://user:pass@host:5432/db              | jdbc:postgresql://host:5432/db | user | pass
			postgres://user:pass@host/db                     | jdbc:postgresql://host/db | user | pass
			POSTGRES://user@host/db                          | jdbc:postgresql://host/db | user | -
			postgresql+psycopg2://user:@host/db              | jdbc:postgresql://host/db | user | -
			postgresql://host/db                             | jdbc:postgresql://host/db | - | -
			postgresql:///db                                 | jdbc:postgresql://localhost/db | - | -
			postgresql://:5433/db                            | jdbc:postgresql://localhost:5433/db | - | -
			postgresql://user:pass@/db                       | jdbc:postgresql://localhost/db | user | pass
			postgresql://host:/db                            | jdbc:postgresql://host/db | - | -
			postgresql://u:p@[::1]:5432/db                   | jdbc:postgresql://[::1]:5432/db | u | p
			postgresql://u:p@[2001:db8::7]/db                | jdbc:postgresql://[2001:db8::7]/db | u | p
			postgresql://u:p@a:1,b,[::1]:3/db                | jdbc:postgresql://a:1,b,[::1]:3/db | u | p
			postgresql://u%40x:a%40b%3Ac%2Fd%3Fe%23f%25@h/db | jdbc:postgresql://h/db | u@x | a@b:c/d?e#f%
			postgresql://u+1:p+2@h/d+3                       | jdbc:postgresql://h/d%2B3 | u+1 | p+2
			postgresql://u:gr%C3%BC%C3%9Fe@h/db              | jdbc:postgresql://h/db | u | grüße
			postgresql://u:p@h/my%20d%2Fb                    | jdbc:postgresql://h/my%20d%2Fb | u | p
			postgresql://u:a:b@h/db                          | jdbc:postgresql://h/db | u | a:b
			postgresql://u:a@b#c@h/db                        | jdbc:postgresql://h/db | u | a@b#c
			postgresql://h/db?user=u&password=p%26+          | jdbc:postgresql://h/db | u | p&+
			postgresql://u:p@h/db?password=q&sslmode=require | jdbc:postgresql://h/db?sslmode=require | u | q
			mysql://u:p@h:3306/db                            | jdbc:mysql://h:3306/db | u | p
			mysql+pymysql://u:p@h/d%20b?charset=utf8mb4      | jdbc:mysql://h/d%20b | u | p
			mysql://u:p@h/db?charset=latin1                  | jdbc:mysql://h/db?characterEncoding=latin1 | u | p
			mysql://u:p@h/db?ssl-mode=required               | jdbc:mysql://h/db?sslMode=REQUIRED | u | p
			mysql://h/db?connect_timeout=5                   | jdbc:mysql://h/db?connectTimeout=5000 | - | -
			mysql:///db                                      | jdbc:mysql://localhost/db | - | -
			mysql+aiomysql://u:p%40%2F@h,b/db?reconnect=true | jdbc:mysql://h,b/db?reconnect=true | u | p@/
			mysql2://u:p@h/db                                | jdbc:mysql://h/db | u | p
			mariadb+pymysql://u@h/db                         | jdbc:mariadb://h/db | u | -
			mariadb+mariadbconnector://u:p@[::1]:3306/db     | jdbc:mariadb://[::1]:3306/db | u | p
			mariadb://h/d%20b?ssl_mode=VERIFY_CA&x=a%2Fb     | jdbc:mariadb://h/d b?sslMode=verify-ca&x=a/b | - | -
			""")
	void server(String url, String jdbcUrl, String username, String password) {
		assertThat(parse(url)).isEqualTo(new DatabaseUrl(jdbcUrl, username, password, false));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			h2:mem:shop                     | jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1 | - | -
			h2:mem:shop;DB_CLOSE_DELAY=5    | jdbc:h2:mem:shop;DB_CLOSE_DELAY=5 | - | -
			h2:file:./shop;MODE=PostgreSQL  | jdbc:h2:file:./shop;MODE=PostgreSQL | - | -
			h2:~/shop                       | jdbc:h2:~/shop | - | -
			H2:tcp://h:9092/~/shop          | jdbc:h2:tcp://h:9092/~/shop | - | -
			h2:///shop                      | jdbc:h2:file:./shop | - | -
			h2:///./my%20shop?mode=MySQL    | jdbc:h2:file:./my shop;MODE=MySQL | - | -
			h2:////data/shop                | jdbc:h2:file:/data/shop | - | -
			h2:///C:/data/shop              | jdbc:h2:file:C:/data/shop | - | -
			h2://u:p%40@h:9092/~/shop?a=b   | jdbc:h2:tcp://h:9092/~/shop;A=b | u | p@
			h2://h/shop                     | jdbc:h2:tcp://h/shop | - | -
			""")
	void h2(String url, String jdbcUrl, String username, String password) {
		assertThat(parse(url)).isEqualTo(new DatabaseUrl(jdbcUrl, username, password, false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2:mem:", "h2://", "h2:///:memory:" })
	void h2InMemoryHasANameOfItsOwn(String url) {
		assertThat(parse(url).jdbcUrl()).matches("jdbc:h2:mem:migration-[0-9a-f-]{36};DB_CLOSE_DELAY=-1")
			.isNotEqualTo(parse(url).jdbcUrl());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			sslmode=require                | sslmode          | require
			application_name=my%20app+     | ApplicationName  | my app+
			connect_timeout=10             | connectTimeout   | 10
			options=-c%20search_path%3Da,b | options          | -c search_path=a,b
			target_session_attrs=any       | targetServerType | any
			target_session_attrs=read-write | targetServerType | primary
			target_session_attrs=standby   | targetServerType | secondary
			target_session_attrs=prefer-standby | targetServerType | preferSecondary
			channel_binding=require        | channelBinding   | require
			keepalives=1                   | tcpKeepAlive     | true
			keepalives=0                   | tcpKeepAlive     | false
			load_balance_hosts=random      | loadBalanceHosts | true
			sslrootcert=/a%26b.pem         | sslrootcert      | /a&b.pem
			unheard_of=x                   | unheard_of       | x
			""")
	void postgresParameterReachesTheDriverUnderItsName(String parameter, String name, String value) {
		assertThat(driverProperties("postgresql://h/db?" + parameter)).containsEntry(name, value);
	}

	@Test
	void postgresDriverReadsWhatTheUrlSays() {
		Properties properties = driverProperties("postgres://u:p@one:1,two/a%2Fb%20c+%25?sslmode=require");
		assertThat(properties).containsEntry("PGHOST", "one,two")
			.containsEntry("PGPORT", "1,5432")
			.containsEntry("PGDBNAME", "a/b c+%")
			.containsEntry("sslmode", "require")
			.doesNotContainKeys("user", "password");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:postgresql://h/db?user=u&password=%zz", "jdbc:h2:mem:test", "jdbc:sqlite:x.db",
			"jdbc:something:else" })
	void jdbcUrlIsTakenAsItIs(String url) {
		assertThat(parse(" " + url + "\n")).isEqualTo(new DatabaseUrl(url, null, null, false));
	}

	@Test
	void everyUserAndPasswordSurvivesPercentEncoding() {
		Random random = new Random(42);
		for (int i = 0; i < 2000; i++) {
			String user = randomText(random);
			String password = randomText(random);
			DatabaseUrl url = parse("postgresql://" + PercentEncoding.encode(user) + ":"
					+ PercentEncoding.encode(password) + "@host/" + PercentEncoding.encode(user));
			assertThat(url.username()).isEqualTo(user);
			assertThat(url.password()).isEqualTo(password);
			assertThat(Driver.parseURL(url.jdbcUrl(), null)).containsEntry("PGDBNAME", user);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			mongodb://host/db                   | scheme 'mongodb' is not known
			host/db                             | does not begin with a scheme
			user:secret@host/db                 | does not begin with a scheme
			postgresql:user:secret@host/db      | does not begin with a scheme
			name.db                             | does not begin with a scheme
			"postgresql://user:secret@host/db"  | begins with a quotation mark
			postgresql://user:secret@host       | names no database
			postgresql://user:secret@host/      | names no database
			postgresql://user:secret@host?a=b   | names no database
			mysql://user:secret@host            | names no database
			postgresql://user:secret%@host/db   | password holds a '%'
			postgresql://user:secret%zz@host/db | password holds a '%'
			postgresql://user:secret%C3@host/db | not as UTF-8
			postgresql://us%4:secret@host/db    | user holds a '%'
			postgresql://user:secret@host/d%4   | database name holds a '%'
			postgresql://host/db?a=%4           | parameter holds a '%'
			postgresql://user:secret@host:x/db  | port is not a number
			postgresql://user:secret@host:0/db  | port is not a number
			postgresql://user:secret@h:65536/db | port is not a number
			postgresql://user:secret@::1/db     | host is not
			postgresql://user:secret@h h/db     | host is not
			postgresql://u:secret@%2Ftmp/db     | Unix socket
			postgresql://user:sec/ret@host/db   | port is not a number
			postgresql://user:12/secret@host/db | database name holds a '/' or a '@'
			postgresql://user:1/2?secret@host/d | '?' is followed by something else
			postgresql://user:12/secret@host     | database name holds a '/' or a '@'
			postgresql://user:secret@host/db/x  | database name holds a '/' or a '@'
			h2://user:secret@host               | names no database
			h2://user:sec/ret@host/db           | host is not
			h2://user:secret%zz@host/db         | password holds a '%'
			sqlite://name.db                    | path of the file follows three slashes
			sqlite:///x%.db                     | path holds a '%'
			""", quoteCharacter = '`')
	void whatCannotBeUnderstoodIsRefusedWithoutShowingThePassword(String url, String reason) {
		assertThatExceptionOfType(InvalidDatabaseUrlException.class).isThrownBy(() -> parse(url))
			.withMessageContaining(reason)
			.withNoCause()
			.satisfies((ex) -> assertThat(ex.toString()).doesNotContain("secret", "ret@"));
	}

	@Test
	void lineBreakIsRefused() {
		assertThatExceptionOfType(InvalidDatabaseUrlException.class)
			.isThrownBy(() -> parse("postgresql://user:sec\nret@host/db"))
			.withMessageContaining("line break")
			.withMessageNotContaining("ret");
	}

	@Test
	void toStringShowsNoPassword() {
		assertThat(parse("postgresql://user:secret@host/db").toString()).doesNotContain("secret");
		assertThat(parse("jdbc:postgresql://host/db?password=secret").toString()).doesNotContain("secret");
	}

	private static Properties driverProperties(String url) {
		Properties properties = Driver.parseURL(parse(url).jdbcUrl(), null);
		assertThat(properties).isNotNull();
		return properties;
	}

	private static String randomText(Random random) {
		String alphabet = "aZ09@:/?#[]%&=+ ${}\\'\"~!*()ü€\uD83D\uDE00";
		int[] codePoints = alphabet.codePoints().toArray();
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(12); i >= 0; i--) {
			text.appendCodePoint(codePoints[random.nextInt(codePoints.length)]);
		}
		return text.toString();
	}

	private static DatabaseUrl parse(String url) {
		return DatabaseUrl.parse(url, DatabaseUrlPlace.variable("DATABASE_URL", "spring.datasource"));
	}

}
