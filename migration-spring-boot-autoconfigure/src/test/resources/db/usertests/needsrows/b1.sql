-- revision: b1
-- revises: a1
-- message: take the first team

-- upgrade
CREATE TABLE winner (id integer PRIMARY KEY, name varchar(20) NOT NULL);
INSERT INTO winner VALUES (1, (SELECT name FROM team WHERE id = 1));

-- downgrade
DROP TABLE winner;
