package dev.migration.boot.env;

import dev.migration.MigrationException;

/**
 * A database URL cannot be understood. It carries the masked URL only and no cause,
 * because the messages of the JDK quote what they could not parse.
 */
final class InvalidDatabaseUrlException extends MigrationException {

	private static final String ACTION = """
			Correct %s. These forms are accepted:

				sqlite:///./name.db                     a file, relative to the working directory
				sqlite:////absolute/path/name.db        a file
				sqlite://                               a database in memory
				postgresql://user:password@host:5432/name?sslmode=require
				mysql://user:password@host:3306/name
				mariadb://user:password@host:3306/name
				h2:mem:name                             H2 in memory
				h2:file:./name                          an H2 file
				h2://user:password@host:9092/path       an H2 server
				jdbc:...                                handed to the JDBC driver as it is

			'postgres' is the same as 'postgresql', and a driver as in 'postgresql+psycopg2' is ignored.
			In the user, the password and the database name, percent-encode %% : / ? # [ ] @ \
			(as %%25 %%3A %%2F %%3F %%23 %%5B %%5D %%40).""";

	InvalidDatabaseUrlException(DatabaseUrlPlace place, String url, String reason) {
		super(place + " is '" + DatabaseUrlMask.mask(url) + "', which cannot be understood: " + reason + ".",
				action(place), null);
	}

	private static String action(DatabaseUrlPlace place) {
		String action = ACTION.formatted(place);
		return (place.alternative() == null) ? action : action + "\nIf " + place + " is meant for something else, set "
				+ place.alternative() + ": it is used instead.";
	}

}
