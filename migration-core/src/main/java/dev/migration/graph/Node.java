package dev.migration.graph;

import java.util.ArrayList;
import java.util.List;

import dev.migration.RevisionHeader;

/**
 * A revision with its edges. Nothing changes once the graph is linked.
 */
final class Node {

	private final RevisionHeader header;

	private final int position;

	private final List<Node> parents = new ArrayList<>();

	private final List<Node> dependencies = new ArrayList<>();

	private final List<Node> children = new ArrayList<>();

	private final List<Node> dependents = new ArrayList<>();

	Node(RevisionHeader header, int position) {
		this.header = header;
		this.position = position;
	}

	void addParent(Node parent) {
		if (!this.parents.contains(parent)) {
			this.parents.add(parent);
			parent.children.add(this);
		}
	}

	void addDependency(Node dependency) {
		if (!this.dependencies.contains(dependency)) {
			this.dependencies.add(dependency);
			dependency.dependents.add(this);
		}
	}

	RevisionHeader header() {
		return this.header;
	}

	String id() {
		return this.header.id();
	}

	/**
	 * Return the place in load order, which decides between independent branches.
	 * @return the position, from 0
	 */
	int position() {
		return this.position;
	}

	List<Node> parents() {
		return this.parents;
	}

	List<Node> dependencies() {
		return this.dependencies;
	}

	List<Node> children() {
		return this.children;
	}

	List<Node> dependents() {
		return this.dependents;
	}

	boolean isHead() {
		return this.children.isEmpty();
	}

	/**
	 * Return whether it is a version row once everything is applied.
	 * @return whether nothing comes after it and nothing depends on it
	 */
	boolean isRealHead() {
		return this.children.isEmpty() && this.dependents.isEmpty();
	}

	boolean isBase() {
		return this.parents.isEmpty();
	}

	@Override
	public String toString() {
		return id();
	}

}
