package dev.migration.sample.judging;

/**
 * How a team stands.
 *
 * @param team the name of the team
 * @param slug the name of the team for URLs
 * @param title the title of its submission
 * @param scores how many judges have scored it
 * @param average the mean of their points, 0 without any
 */
public record LeaderboardEntry(String team, String slug, String title, long scores, double average) {

}
