package dev.migration.sample;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a client may rely on, whatever the database. The application starts with
 * {@code ddl-auto=validate}, so each test also says that the entities fit the revisions.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "hackathon.judges=Ada Lovelace,Grace Hopper" })
abstract class HackathonApiContract {

	private static final AtomicInteger names = new AtomicInteger();

	@Autowired
	private Environment environment;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	private RestTestClient client;

	private long hackathon;

	static void use(TestDatabase database, DynamicPropertyRegistry properties) {
		properties.add("spring.datasource.url", database::jdbcUrl);
		properties.add("spring.datasource.username", database::user);
		properties.add("spring.datasource.password", database::password);
	}

	@BeforeEach
	void createHackathon() {
		this.client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port).build();
		this.hackathon = id(post("/api/hackathons", hackathon("Hackathon " + names.incrementAndGet())));
	}

	@Test
	void theSchemaIsValidatedNotMade() {
		assertThat(this.environment.getProperty("spring.jpa.hibernate.ddl-auto")).isEqualTo("validate");
		this.client.get().uri("/actuator/migrations").exchange().expectBody().jsonPath("$..upToDate").isEqualTo(true);
	}

	@Test
	void aHackathonComesBackAsItWasCreated() {
		get("/api/hackathons/" + this.hackathon).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("OPEN")
			.jsonPath("$.startsAt")
			.isEqualTo("2026-12-04T17:00:00.123Z")
			.jsonPath("$.endsAt")
			.isEqualTo("2026-12-06T12:00:00Z");
		get("/api/hackathons").expectBody().jsonPath("$[?(@.id == " + this.hackathon + ")]").isNotEmpty();
	}

	@Test
	void aCreatedResourceIsWhereItsLocationSays() {
		String location = tryToRegisterTeam("Équipe Zéro").expectStatus()
			.isCreated()
			.returnResult()
			.getResponseHeaders()
			.getFirst("Location");
		this.client.get().uri(URI.create(location)).exchange().expectBody().jsonPath("$.name").isEqualTo("Équipe Zéro");
	}

	@Test
	void aHackathonEndsAfterItStarts() {
		post("/api/hackathons",
				"{\"name\": \"x\", \"startsAt\": \"2026-12-06T12:00:00Z\", \"endsAt\": \"2026-12-06T12:00:00Z\"}")
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.errors.periodValid")
			.isEqualTo("endsAt must be after startsAt");
	}

	@Test
	void whatIsMissingIsNamed() {
		post("/api/hackathons", "{}").expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors.name")
			.exists()
			.jsonPath("$.errors.startsAt")
			.exists()
			.jsonPath("$.errors.endsAt")
			.exists();
	}

	@Test
	void whatIsNotThereIsNotFound() {
		for (String path : List.of("/api/hackathons/9999", "/api/hackathons/9999/teams",
				"/api/hackathons/9999/leaderboard", "/api/hackathons/" + this.hackathon + "/teams/nobody",
				"/api/teams/9999/participants", "/api/teams/9999/submission", "/api/nothing")) {
			get(path).expectStatus().isNotFound().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
		}
	}

	@Test
	void aStatusOnlyGoesForward() {
		moveTo("JUDGING").expectStatus().isOk();
		moveTo("OPEN").expectStatus().isEqualTo(409);
		moveTo("JUDGING").expectStatus().isEqualTo(409);
		moveTo("CLOSED").expectStatus().isOk();
		get("/api/hackathons/" + this.hackathon).expectBody().jsonPath("$.status").isEqualTo("CLOSED");
	}

	@Test
	void aTeamNameIsTakenOnceInAHackathon() {
		registerTeam("Graph Walkers");
		tryToRegisterTeam("Graph Walkers").expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).contains("Graph Walkers"));
		createHackathon();
		registerTeam("Graph Walkers");
	}

	@Test
	void teamsWithSimilarNamesHaveSlugsOfTheirOwn() {
		registerTeam("C/C++ Crew");
		registerTeam("c c crew!");
		registerTeam("???");
		get("/api/hackathons/" + this.hackathon + "/teams/c-c-crew").expectBody()
			.jsonPath("$.name")
			.isEqualTo("C/C++ Crew");
		get("/api/hackathons/" + this.hackathon + "/teams/c-c-crew-2").expectBody()
			.jsonPath("$.name")
			.isEqualTo("c c crew!");
		get("/api/hackathons/" + this.hackathon + "/teams/team").expectBody().jsonPath("$.name").isEqualTo("???");
	}

	@Test
	void anEmailAddressIsTakenOnceWhateverItsCase() {
		long team = registerTeam("Graph Walkers");
		String name = "margaret" + team;
		join(team, name + "@example.org").expectStatus().isCreated();
		join(team, name.toUpperCase() + "@Example.ORG").expectStatus().isEqualTo(409);
		join(team, "nonsense").expectStatus().isBadRequest().expectBody().jsonPath("$.errors.email").exists();
		get("/api/teams/" + team + "/participants").expectBody().jsonPath("$.length()").isEqualTo(1);
	}

	@Test
	void aTeamThatWithdrawsTakesItsSubmissionAlongAndLeavesItsParticipants() {
		long team = registerTeam("Graph Walkers");
		long participant = id(join(team, "leaver" + team + "@example.org"));
		submit(team);
		this.client.delete().uri("/api/teams/" + team).exchange().expectStatus().isNoContent();
		get("/api/teams/" + team + "/submission").expectStatus().isNotFound();
		assertThat(this.jdbc.sql("SELECT count(*) FROM submission WHERE team_id = ?")
			.param(team)
			.query(Long.class)
			.single()).isZero();
		assertThat(this.jdbc.sql("SELECT id FROM participant WHERE team_id IS NULL").query(Long.class).list())
			.contains(participant);
	}

	@Test
	void aTeamHandsInOnceAndInTime() {
		long team = registerTeam("Graph Walkers");
		submit(team).expectStatus().isCreated();
		submit(team).expectStatus().isEqualTo(409);
		long late = registerTeam("Latecomers");
		moveTo("JUDGING");
		submit(late).expectStatus().isEqualTo(409);
		get("/api/teams/" + team + "/submission").expectBody()
			.jsonPath("$.description")
			.isEqualTo("It's 'quoted' — 数据")
			.jsonPath("$.demoUrl")
			.isEmpty();
	}

	@Test
	void aJudgeScoresASubmissionOnceWhileTheJuryIsAtWork() {
		long submission = id(submit(registerTeam("Graph Walkers")));
		long judge = judge("Ada Lovelace");
		score(submission, judge, 7).expectStatus().isEqualTo(409);
		moveTo("JUDGING");
		score(submission, judge, 11).expectStatus().isBadRequest();
		score(submission, judge, -1).expectStatus().isBadRequest();
		score(submission, 9999, 7).expectStatus().isNotFound();
		score(submission, judge, 7).expectStatus().isCreated();
		score(submission, judge, 8).expectStatus().isEqualTo(409);
	}

	@Test
	void theLeaderboardGoesByTheMeanOfThePoints() {
		long second = id(submit(registerTeam("Second")));
		long first = id(submit(registerTeam("First")));
		submit(registerTeam("Unscored"));
		registerTeam("Without submission");
		moveTo("JUDGING");
		score(second, judge("Ada Lovelace"), 6);
		score(first, judge("Ada Lovelace"), 10);
		score(first, judge("Grace Hopper"), 5);
		get("/api/hackathons/" + this.hackathon + "/leaderboard").expectBody()
			.json("""
					[{"team": "First", "slug": "first", "title": "Walk", "scores": 2, "average": 7.5},
					 {"team": "Second", "slug": "second", "title": "Walk", "scores": 1, "average": 6.0},
					 {"team": "Unscored", "slug": "unscored", "title": "Walk", "scores": 0, "average": 0.0}]""",
					JsonCompareMode.STRICT);
	}

	@Test
	void manyTeamsCanRegisterAtTheSameTime() throws Exception {
		List<Integer> statuses = registerAtTheSameTime((i) -> "Racers " + i);
		assertThat(statuses).containsOnly(201);
	}

	@Test
	void ofManyRequestsAtTheSameTimeOneTakesTheName() throws Exception {
		List<Integer> statuses = registerAtTheSameTime((i) -> "Racers");
		assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
	}

	private List<Integer> registerAtTheSameTime(IntFunction<String> teamName) throws Exception {
		ExecutorService clients = Executors.newFixedThreadPool(8);
		try {
			List<Callable<Integer>> requests = IntStream.range(0, 80)
				.mapToObj((i) -> (Callable<Integer>) () -> tryToRegisterTeam(teamName.apply(i)).returnResult()
					.getStatus()
					.value())
				.toList();
			List<Integer> statuses = new ArrayList<>();
			for (Future<Integer> response : clients.invokeAll(requests)) {
				statuses.add(response.get());
			}
			return statuses;
		}
		finally {
			clients.shutdownNow();
		}
	}

	@Test
	void theDatabaseHoldsTheRulesByItself() {
		long submission = id(submit(registerTeam("Graph Walkers")));
		assertRefused("INSERT INTO score (submission_id, judge_id, points, scored_at) SELECT " + submission
				+ ", id, 11, CURRENT_TIMESTAMP FROM judge WHERE name = 'Ada Lovelace'");
		assertRefused("INSERT INTO score (submission_id, judge_id, points, scored_at) VALUES (" + submission
				+ ", 9999, 5, CURRENT_TIMESTAMP)");
		assertRefused("UPDATE hackathon SET status = 'PAUSED' WHERE id = " + this.hackathon);
		assertRefused("UPDATE hackathon SET ends_at = starts_at WHERE id = " + this.hackathon);
		assertRefused("UPDATE team SET hackathon_id = 9999 WHERE hackathon_id = " + this.hackathon);
	}

	private void assertRefused(String sql) {
		// Spring has no error codes for SQLite.
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(sql).update())
			.isInstanceOfAny(DataIntegrityViolationException.class, UncategorizedSQLException.class)
			.havingRootCause()
			.withMessageContaining("constraint");
	}

	private long registerTeam(String name) {
		return id(tryToRegisterTeam(name));
	}

	private ResponseSpec tryToRegisterTeam(String name) {
		return post("/api/hackathons/" + this.hackathon + "/teams", "{\"name\": \"" + name + "\"}");
	}

	private ResponseSpec join(long team, String email) {
		return post("/api/teams/" + team + "/participants", "{\"name\": \"Margaret\", \"email\": \"" + email + "\"}");
	}

	private ResponseSpec submit(long team) {
		return post("/api/teams/" + team + "/submission", """
				{"title": "Walk", "description": "It's 'quoted' — 数据", "repositoryUrl": "https://example.org/walk"}""");
	}

	private ResponseSpec score(long submission, long judge, int points) {
		return post("/api/submissions/" + submission + "/scores",
				"{\"judgeId\": " + judge + ", \"points\": " + points + "}");
	}

	private ResponseSpec moveTo(String status) {
		return this.client.put()
			.uri("/api/hackathons/" + this.hackathon + "/status")
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"status\": \"" + status + "\"}")
			.exchange();
	}

	private long judge(String name) {
		return this.jdbc.sql("SELECT id FROM judge WHERE name = ?").param(name).query(Long.class).single();
	}

	private static String hackathon(String name) {
		return "{\"name\": \"" + name
				+ "\", \"startsAt\": \"2026-12-04T18:00:00.123+01:00\", \"endsAt\": \"2026-12-06T12:00:00Z\"}";
	}

	private ResponseSpec get(String path) {
		return this.client.get().uri(path).exchange();
	}

	private ResponseSpec post(String path, String body) {
		return this.client.post().uri(path).contentType(MediaType.APPLICATION_JSON).body(body).exchange();
	}

	private static long id(ResponseSpec response) {
		Map<String, Object> body = response.expectStatus()
			.isCreated()
			.returnResult(new ParameterizedTypeReference<Map<String, Object>>() {
			})
			.getResponseBody();
		return ((Number) body.get("id")).longValue();
	}

}
