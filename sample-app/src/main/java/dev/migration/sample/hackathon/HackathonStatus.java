package dev.migration.sample.hackathon;

/**
 * How far a hackathon is. It only goes forward.
 */
public enum HackathonStatus {

	/** Teams register and hand in. */
	OPEN,

	/** The jury scores what was handed in. */
	JUDGING,

	/** The leaderboard is final. */
	CLOSED

}
