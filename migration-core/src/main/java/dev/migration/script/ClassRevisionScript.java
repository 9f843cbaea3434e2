package dev.migration.script;

import java.lang.reflect.Method;
import java.util.function.Supplier;

import dev.migration.Migration;
import dev.migration.Operations;
import dev.migration.RevisionHeader;

/**
 * A revision that is a class.
 *
 * @param header what is known without loading it
 * @param type loads the class
 * @param body makes the body
 */
record ClassRevisionScript(RevisionHeader header, Supplier<Class<? extends Migration>> type,
		Supplier<Migration> body) implements RevisionScript {

	/**
	 * There is a way back if the method is not the one that only refuses.
	 */
	@Override
	public boolean isReversible(String dialect) {
		try {
			Method downgrade = this.type.get().getMethod("downgrade", Operations.class);
			return downgrade.getDeclaringClass() != Migration.class;
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public Migration load() {
		return this.body.get();
	}

}
