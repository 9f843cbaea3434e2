package dev.migration.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.RevisionHeader;
import dev.migration.script.RevisionScript;
import dev.migration.script.RevisionScripts;
import dev.migration.script.RevisionSource;
import org.jspecify.annotations.Nullable;

/**
 * Revisions written down in a test.
 */
final class TestRevisions implements RevisionSource {

	private final List<RevisionScript> scripts = new ArrayList<>();

	private final List<String> loaded = new ArrayList<>();

	TestRevisions add(String id, String parent, Consumer<Operations> upgrade,
			@Nullable Consumer<Operations> downgrade) {
		return add(id, parent.isEmpty() ? List.of() : List.of(parent.split(",")), upgrade, downgrade);
	}

	private TestRevisions add(String id, List<String> revises, Consumer<Operations> upgrade,
			@Nullable Consumer<Operations> downgrade) {
		this.scripts.add(new RevisionScript() {

			@Override
			public RevisionHeader header() {
				return new RevisionHeader(id, revises, List.of(), List.of(), "makes " + id, null, "test " + id);
			}

			@Override
			public boolean isReversible(String dialect) {
				return downgrade != null;
			}

			@Override
			public Migration load() {
				TestRevisions.this.loaded.add(id);
				return body(upgrade, downgrade);
			}

		});
		return this;
	}

	TestRevisions table(String id, String parent) {
		return add(id, parent, (op) -> op.execute("CREATE TABLE t_" + id + " (id integer)"),
				(op) -> op.execute("DROP TABLE t_" + id));
	}

	private static Migration body(Consumer<Operations> upgrade, @Nullable Consumer<Operations> downgrade) {
		return new Migration() {

			@Override
			public void upgrade(Operations op) {
				upgrade.accept(op);
			}

			@Override
			public void downgrade(Operations op) {
				if (downgrade == null) {
					Migration.super.downgrade(op);
				}
				else {
					downgrade.accept(op);
				}
			}

		};
	}

	List<String> loaded() {
		return this.loaded;
	}

	@Override
	public RevisionScripts load() {
		return new RevisionScripts(this.scripts, List.of(), List.of());
	}

}
