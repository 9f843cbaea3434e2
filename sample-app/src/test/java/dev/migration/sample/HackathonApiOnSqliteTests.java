package dev.migration.sample;

import dev.migration.test.TestDatabase;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class HackathonApiOnSqliteTests extends HackathonApiContract {

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry properties) {
		use(TestDatabase.create(TestDatabase.Kind.SQLITE), properties);
	}

}
