-- revision: 2b3c4d5e6f70
-- revises: 1a2b3c4d5e6f
-- message: add team.motto
-- created: 2026-11-02T10:00:00Z

-- upgrade
ALTER TABLE team ADD COLUMN motto varchar(200);

-- downgrade
ALTER TABLE team DROP COLUMN motto;
