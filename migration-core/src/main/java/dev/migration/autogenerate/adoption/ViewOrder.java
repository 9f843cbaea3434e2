package dev.migration.autogenerate.adoption;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.migration.schema.View;

/**
 * Puts views behind those that they show. Only some servers know which these are, but
 * each must name them.
 */
final class ViewOrder {

	private final List<View> views;

	private final Set<View> ordered = new LinkedHashSet<>();

	private final Set<View> waiting = new LinkedHashSet<>();

	private ViewOrder(List<View> views) {
		this.views = views;
	}

	static List<View> of(List<View> views) {
		ViewOrder order = new ViewOrder(views);
		views.forEach(order::visit);
		return new ArrayList<>(order.ordered);
	}

	/**
	 * A name may also be mentioned as that of a column, so there may seem to be a circle.
	 */
	private void visit(View view) {
		if (this.ordered.contains(view) || !this.waiting.add(view)) {
			return;
		}
		this.views.stream().filter((other) -> mentions(view, other)).forEach(this::visit);
		this.ordered.add(view);
	}

	private static boolean mentions(View view, View other) {
		return view != other && Pattern
			.compile("(?<![\\w$])" + Pattern.quote(other.name().name()) + "(?![\\w$])", Pattern.CASE_INSENSITIVE)
			.matcher(view.query().sql())
			.find();
	}

}
