package dev.migration.sample.team;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.migration.sample.hackathon.Hackathon;
import dev.migration.sample.hackathon.HackathonRepository;
import dev.migration.sample.hackathon.HackathonStatus;
import dev.migration.sample.web.ConflictException;

/**
 * Teams come and go while the hackathon is open.
 */
@Service
@Transactional
class TeamService {

	private final HackathonRepository hackathons;

	private final TeamRepository teams;

	private final ParticipantRepository participants;

	TeamService(HackathonRepository hackathons, TeamRepository teams, ParticipantRepository participants) {
		this.hackathons = hackathons;
		this.teams = teams;
		this.participants = participants;
	}

	Team register(long hackathonId, String name) {
		Hackathon hackathon = this.hackathons.require(hackathonId);
		hackathon.require(HackathonStatus.OPEN);
		if (this.teams.existsByHackathonIdAndName(hackathonId, name)) {
			throw new ConflictException("Hackathon '" + hackathon.getName() + "' has a team '" + name + "' already");
		}
		return this.teams.save(new Team(hackathon, name, freeSlug(hackathonId, name)));
	}

	private String freeSlug(long hackathonId, String name) {
		String slug = Slug.of(name);
		String candidate = slug;
		for (int i = 2; this.teams.existsByHackathonIdAndSlug(hackathonId, candidate); i++) {
			candidate = slug + "-" + i;
		}
		return candidate;
	}

	Participant join(long teamId, String name, String email) {
		Team team = this.teams.require(teamId);
		team.getHackathon().require(HackathonStatus.OPEN);
		if (this.participants.existsByEmail(Participant.normalize(email))) {
			throw new ConflictException("There is a participant with the e-mail address '" + email + "' already");
		}
		return this.participants.save(new Participant(team, name, email));
	}

	/**
	 * Take a team out. The database takes its submission along and sets its participants
	 * free.
	 */
	void withdraw(long teamId) {
		Team team = this.teams.require(teamId);
		team.getHackathon().require(HackathonStatus.OPEN);
		this.teams.delete(team);
	}

}
