package dev.migration.script;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.springframework.core.io.Resource;

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
 * @param downgradeDialects the databases that there is a downgrade section for
 * @param requiredArguments the values that the file declares placeholders for
 * @param resource the file
 */
record SqlRevisionScript(RevisionHeader header, Set<String> downgradeDialects, List<RequiredArgument> requiredArguments,
		Resource resource) implements RevisionScript {

	static SqlRevisionScript read(Resource resource, String location) throws InvalidHeaderException {
		SqlRevisionFile file = SqlRevisionFile.parse(text(resource), location);
		return new SqlRevisionScript(file.attributes().toHeader(location), file.downgradeDialects(),
				file.placeholders().required(), resource);
	}

	private static String text(Resource resource) throws InvalidHeaderException {
		try {
			return StandardCharsets.UTF_8.newDecoder()
				.decode(ByteBuffer.wrap(resource.getContentAsByteArray()))
				.toString();
		}
		catch (CharacterCodingException ex) {
			throw new InvalidHeaderException("the file is not in UTF-8");
		}
		catch (IOException ex) {
			throw new InvalidHeaderException("the file cannot be read: " + ex.getMessage());
		}
	}

	@Override
	public boolean isReversible(String dialect) {
		return this.downgradeDialects.contains(dialect) || this.downgradeDialects.contains(SqlRevisionFile.ANY_DIALECT);
	}

	@Override
	public Migration load() {
		String location = this.header.location();
		try {
			return new Body(this.header, SqlRevisionFile.parse(text(this.resource), location));
		}
		catch (InvalidHeaderException ex) {
			throw new InvalidRevisionException(location, String.valueOf(ex.getMessage()), "Mend the file.");
		}
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
			op.execute(this.file.placeholders().replaceIn(section, op.arguments()));
		}

		@Override
		public void downgrade(Operations op) {
			SqlScript section = this.file.section(SqlRevisionFile.DOWNGRADE, op.dialect());
			if (section == null) {
				throw new IrreversibleRevisionException(this.header.describe());
			}
			op.execute(this.file.placeholders().replaceIn(section, op.arguments()));
		}

	}

}
