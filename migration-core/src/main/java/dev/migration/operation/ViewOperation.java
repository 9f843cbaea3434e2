package dev.migration.operation;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.QualifiedName;
import dev.migration.schema.View;

/**
 * An operation on a view.
 */
public sealed interface ViewOperation extends Operation {

	@Override
	default <R> R accept(OperationVisitor<R> visitor) {
		return visitor.view(this);
	}

	/**
	 * Hand this operation to its method of a visitor.
	 * @param <R> the type of the result
	 * @param visitor the visitor
	 * @return what the method returns
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Does something with every operation on a view.
	 *
	 * @param <R> the type of the result
	 */
	interface Visitor<R> {

		R createView(CreateView operation);

		R replaceView(ReplaceView operation);

		R dropView(DropView operation);

	}

	/**
	 * Create a view.
	 *
	 * @param view the view
	 * @param ifNotExists whether a view of this name may be there already
	 */
	record CreateView(View view, boolean ifNotExists) implements ViewOperation {

		@Override
		public String describe() {
			return "create view " + this.view.name();
		}

		@Override
		public Inverse inverse() {
			return Inverse.of(new DropView(this.view.name(), this.view.isMaterialized(), this.ifNotExists, this.view));
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.createView(this);
		}

	}

	/**
	 * Create a view, in place of the one of this name if there is one.
	 *
	 * @param view the view
	 * @param was the view as it was, if that is known
	 */
	record ReplaceView(View view, @Nullable View was) implements ViewOperation {

		@Override
		public String describe() {
			return "replace view " + this.view.name();
		}

		@Override
		public Inverse inverse() {
			return (this.was != null) ? Inverse.of(new ReplaceView(this.was, this.view))
					: Inverse.none("it does not say how the view was; replace it with both definitions");
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.replaceView(this);
		}

	}

	/**
	 * Drop a view.
	 *
	 * @param name the view
	 * @param isMaterialized whether it keeps its rows
	 * @param ifExists whether it may be gone already
	 * @param was the view as it was, if that is known
	 */
	record DropView(QualifiedName name, boolean isMaterialized, boolean ifExists,
			@Nullable View was) implements ViewOperation {

		@Override
		public String describe() {
			return "drop view " + this.name;
		}

		@Override
		public Inverse inverse() {
			return (this.was != null) ? Inverse.of(new CreateView(this.was, this.ifExists))
					: Inverse.none("it does not say how the view was; drop it with its definition");
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.dropView(this);
		}

	}

}
