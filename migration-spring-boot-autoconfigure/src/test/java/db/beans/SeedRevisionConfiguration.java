package db.beans;

import java.util.List;
import java.util.Map;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.Revision;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(SeedRevisionConfiguration.SeedTeams.class)
public class SeedRevisionConfiguration {

	@Bean
	TeamNames teamNames() {
		return new TeamNames("from a bean");
	}

	record TeamNames(String first) {
	}

	@Revision(id = "5eed5eed5eed", revises = "2b3c4d5e6f70", message = "seed teams")
	static class SeedTeams implements Migration {

		private final TeamNames names;

		SeedTeams(TeamNames names) {
			this.names = names;
		}

		@Override
		public void upgrade(Operations op) {
			op.bulkInsert("team", List.of(Map.of("name", this.names.first())));
		}

		@Override
		public void downgrade(Operations op) {
			op.execute("DELETE FROM team WHERE name = :name", Map.of("name", this.names.first()));
		}

	}

}
