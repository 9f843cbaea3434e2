-- revision: b1
-- revises: a1
-- message: add team.motto

-- upgrade
ALTER TABLE team ADD COLUMN motto varchar(40);
CREATE INDEX IF NOT EXISTS ix_team_name ON team (name);

-- downgrade
ALTER TABLE team DROP COLUMN motto;
