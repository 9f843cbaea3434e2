-- revision: a1
-- message: create team

-- upgrade
CREATE TABLE team (id integer PRIMARY KEY, name varchar(20) NOT NULL);

-- downgrade
DROP TABLE team;
