-- revision: c200
-- revises: c100
-- branch-labels: team
-- message: create team
-- upgrade
CREATE TABLE team (id integer);

-- downgrade
DROP TABLE team;
