-- revision: d1
-- revises: c1
-- message: show names

-- upgrade
CREATE VIEW team_name AS SELECT name FROM team;

-- downgrade
DROP VIEW team_name;
