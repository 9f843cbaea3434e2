package dev.migration.script;

import java.nio.charset.Charset;
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
 * @param encoding what the file is in
 */
record SqlRevisionScript(RevisionHeader header, Set<String> downgradeDialects, List<RequiredArgument> requiredArguments,
		Resource resource, Charset encoding) implements RevisionScript {

	static SqlRevisionScript read(Resource resource, String location, Charset encoding) throws InvalidHeaderException {
		SqlRevisionFile file = SqlRevisionFile.parse(EncodedText.read(resource, encoding), location);
		return new SqlRevisionScript(file.attributes().toHeader(location), file.downgradeDialects(),
				file.placeholders().required(), resource, encoding);
	}

	@Override
	public boolean isReversible(String dialect) {
		return this.downgradeDialects.contains(dialect) || this.downgradeDialects.contains(SqlRevisionFile.ANY_DIALECT);
	}

	@Override
	public Migration load() {
		String location = this.header.location();
		try {
			return new Body(this.header,
					SqlRevisionFile.parse(EncodedText.read(this.resource, this.encoding), location));
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
