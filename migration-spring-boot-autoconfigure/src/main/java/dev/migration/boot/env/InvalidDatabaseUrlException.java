package dev.migration.boot.env;

import dev.migration.MigrationException;

/**
 * {@code DATABASE_URL} cannot be understood. It carries the masked URL only and no cause,
 * because the messages of the JDK quote what they could not parse.
 */
final class InvalidDatabaseUrlException extends MigrationException {

	private static final String ACTION = """
			Correct DATABASE_URL. These forms are accepted:

				sqlite:///./name.db                     a file, relative to the working directory
				sqlite:////absolute/path/name.db        a file
				sqlite://                               a database in memory
				postgresql://user:password@host:5432/name?sslmode=require
				mysql://user:password@host:3306/name
				mariadb://user:password@host:3306/name
				jdbc:...                                handed to the JDBC driver as it is

			'postgres' is the same as 'postgresql', and a driver as in 'postgresql+psycopg2' is ignored.
			In the user, the password and the database name, percent-encode % : / ? # [ ] @ \
			(as %25 %3A %2F %3F %23 %5B %5D %40).
			If DATABASE_URL is meant for something else, set SPRING_DATASOURCE_URL: it is used instead.""";

	InvalidDatabaseUrlException(String url, String reason) {
		super("DATABASE_URL is '" + DatabaseUrlMask.mask(url) + "', which cannot be understood: " + reason + ".",
				ACTION, null);
	}

}
