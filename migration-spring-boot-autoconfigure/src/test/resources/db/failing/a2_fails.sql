-- revision: a2
-- revises: a1
-- message: fails half way

-- upgrade
CREATE TABLE half (id integer);
INSERT INTO nowhere VALUES (1);

-- downgrade
DROP TABLE half;
