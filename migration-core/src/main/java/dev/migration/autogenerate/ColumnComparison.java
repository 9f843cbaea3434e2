package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migration.autogenerate.Pairing.Wanted;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.ColumnName;
import dev.migration.schema.Computed;
import dev.migration.schema.Identity;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.ServerDefault;
import dev.migration.schema.Type;

/**
 * Compares a column that the application asks for with the one that is there.
 */
final class ColumnComparison {

	private final ColumnName name;

	private final Column definition;

	private final Column canonical;

	private final Column inspected;

	private final ComparisonSettings settings;

	private final List<String> detected = new ArrayList<>();

	ColumnComparison(QualifiedName table, Wanted<Column> wanted, Column inspected, ComparisonSettings settings) {
		this.definition = wanted.definition();
		this.canonical = wanted.canonical();
		this.inspected = inspected;
		this.settings = settings;
		this.name = new ColumnName(table, inspected.name());
	}

	/**
	 * Return whether the column must be made anew, since its values come from another
	 * expression.
	 */
	boolean isComputedAnew() {
		Computed wanted = this.canonical.computed();
		return wanted != null && !wanted.equals(this.inspected.computed());
	}

	boolean typeDiffers() {
		return this.settings.compareTypes() && this.settings.typesDiffer(this.name, this.inspected, this.canonical);
	}

	/**
	 * Return how the column is to be changed.
	 * @return the change; it is empty if nothing is to be changed
	 */
	ColumnChange change() {
		ColumnChange change = ColumnChange.NONE;
		if (this.inspected.computed() != null && this.canonical.computed() == null) {
			change = change.dropComputed();
			found("computed value no longer on");
		}
		if (typeDiffers()) {
			change = change.type(this.definition.type());
			found("type change from " + describe(this.inspected.type()) + " to " + describe(this.canonical.type())
					+ " on");
		}
		if (!Objects.equals(this.inspected.collation(), this.canonical.collation())) {
			change = (this.definition.collation() != null) ? change.collation(this.definition.collation())
					: change.dropCollation();
			found("collation on");
		}
		change = identity(change);
		if (this.inspected.nullable() != this.canonical.nullable()) {
			change = this.canonical.nullable() ? change.nullable() : change.notNull();
			found(this.canonical.nullable() ? "NULL on" : "NOT NULL on");
		}
		change = serverDefault(change);
		if (!Objects.equals(this.inspected.comment(), this.canonical.comment())) {
			change = (this.definition.comment() != null) ? change.comment(this.definition.comment())
					: change.dropComment();
			found("comment on");
		}
		return change;
	}

	/**
	 * Where the numbers began does not matter any more when the column is there.
	 */
	private ColumnChange identity(ColumnChange change) {
		Identity wanted = this.canonical.identityOptions();
		Identity present = this.inspected.identityOptions();
		if (wanted == null || present == null) {
			Identity identity = this.definition.identityOptions();
			// A database may number a key that nobody asked to be numbered.
			if (wanted == present || (wanted != null && identity == null)) {
				return change;
			}
			found("identity on");
			return (wanted != null && identity != null) ? change.identity(identity) : change.dropIdentity();
		}
		if (wanted.always() == present.always() && SequenceChange.isSame(wanted.options(), present.options())) {
			return change;
		}
		found("identity on");
		return change
			.identity(new Identity(wanted.always(), SequenceChange.differing(wanted.options(), present.options())));
	}

	private ColumnChange serverDefault(ColumnChange change) {
		if (!this.settings.compareServerDefaults()
				|| !this.settings.defaultsDiffer(this.name, this.inspected, this.canonical)) {
			return change;
		}
		found("server default on");
		ServerDefault value = this.definition.serverDefault();
		return (value != null && this.canonical.serverDefault() != null) ? change.serverDefault(value)
				: change.dropServerDefault();
	}

	/**
	 * Return what {@link #change()} found.
	 */
	String detected() {
		return String.join(", ", this.detected) + " column '" + this.name + "'";
	}

	private void found(String what) {
		this.detected.add(what);
	}

	static String describe(@Nullable Type type) {
		if (type instanceof Type.Verbatim verbatim) {
			return verbatim.sql();
		}
		if (type instanceof Type.Array array) {
			return describe(array.element()) + "[]";
		}
		if (type instanceof Type.Enumeration enumeration) {
			return "enum " + enumeration.enumType().values();
		}
		if (type instanceof Type.Variant variant) {
			return describe(variant.base());
		}
		Type.Generic generic = (Type.Generic) Objects.requireNonNull(type);
		String words = generic.name().name().toLowerCase(Locale.ROOT).replace('_', ' ');
		if (generic.length() == null) {
			return words;
		}
		return words + "(" + generic.length() + ((generic.scale() != null) ? ", " + generic.scale() : "") + ")";
	}

}
