package dev.migration.script;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;

import dev.migration.InvalidRevisionException;
import dev.migration.IrreversibleRevisionException;
import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.RevisionHeader;
import dev.migration.SqlScript;

/**
 * A revision that is an SQL file. Only the header is kept; the file is read again when
 * its step runs.
 *
 * @param header what is known without the body
 * @param path where the file is
 * @param downgradeDialects the databases that there is a downgrade section for
 * @param requiredArguments the values that the file declares placeholders for
 * @param contents reads the file
 */
record SqlRevisionScript(RevisionHeader header, String path, Set<String> downgradeDialects,
		List<RequiredArgument> requiredArguments, Contents contents) implements RevisionScript {

	static SqlRevisionScript read(Resource resource, String path, String location, Charset encoding)
			throws InvalidHeaderException {
		SqlRevisionFile file = SqlRevisionFile.parse(EncodedText.read(resource, encoding), location);
		return new SqlRevisionScript(file.attributes().toHeader(location), path, file.downgradeDialects(),
				file.placeholders().required(),
				() -> SqlRevisionFile.parse(EncodedText.read(resource, encoding), location));
	}

	/**
	 * Return the revision of a file that is not read before its step runs.
	 * @param entry what is known of it
	 * @param path where it is on the class path
	 * @param bodies says where and how it is read
	 * @return the revision
	 */
	static SqlRevisionScript indexed(RevisionIndex.Entry entry, String path, RevisionBodies bodies) {
		return new SqlRevisionScript(entry.header(), path, entry.downgradeDialects(), entry.requiredArguments(),
				() -> find(entry.header(), path, bodies));
	}

	/**
	 * Several jars can have a file of that path.
	 */
	private static SqlRevisionFile find(RevisionHeader header, String path, RevisionBodies bodies)
			throws InvalidHeaderException {
		try {
			for (URL url : Collections.list(bodies.classLoader().getResources(path))) {
				SqlRevisionFile file = SqlRevisionFile.parse(EncodedText.read(new UrlResource(url), bodies.encoding()),
						header.location());
				if (file.attributes().toHeader(header.location()).equals(header)) {
					return file;
				}
			}
		}
		catch (IOException ex) {
			throw new InvalidHeaderException("the file cannot be read: " + ex.getMessage());
		}
		throw new InvalidHeaderException("there is no such file with the header that it had when the application was "
				+ "processed ahead of time; build the application again");
	}

	@Override
	public boolean isReversible(String dialect) {
		return this.downgradeDialects.contains(dialect) || this.downgradeDialects.contains(SqlRevisionFile.ANY_DIALECT);
	}

	@Override
	public Migration load() {
		String location = this.header.location();
		try {
			return new Body(this.header, this.contents.read());
		}
		catch (InvalidHeaderException ex) {
			throw new InvalidRevisionException(location, String.valueOf(ex.getMessage()), "Mend the file.");
		}
	}

	interface Contents {

		SqlRevisionFile read() throws InvalidHeaderException;

	}

	/**
	 * The sections as a body.
	 */
	private record Body(RevisionHeader header, SqlRevisionFile file) implements Migration {

		@Override
		public void upgrade(Operations op) {
			SqlScript section = this.file.section(SqlRevisionFile.UPGRADE, op.dialect());
			if (section == null) {
				throw new InvalidRevisionException(this.header.location(),
						"it has no section '-- upgrade' for " + op.dialect(),
						"Add '-- upgrade: " + op.dialect() + "', or a section '-- upgrade' for all databases.");
			}
			op.execute(this.file.placeholders().replaceIn(section, op::arguments));
		}

		@Override
		public void downgrade(Operations op) {
			SqlScript section = this.file.section(SqlRevisionFile.DOWNGRADE, op.dialect());
			if (section == null) {
				throw new IrreversibleRevisionException(this.header.describe());
			}
			op.execute(this.file.placeholders().replaceIn(section, op::arguments));
		}

	}

}
