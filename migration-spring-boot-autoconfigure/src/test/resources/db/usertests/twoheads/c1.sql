-- revision: c1
-- revises: a1
-- message: create score

-- upgrade
CREATE TABLE score (id integer PRIMARY KEY);

-- downgrade
DROP TABLE score;
