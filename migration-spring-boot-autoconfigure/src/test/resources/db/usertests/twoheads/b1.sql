-- revision: b1
-- revises: a1
-- message: create judge

-- upgrade
CREATE TABLE judge (id integer PRIMARY KEY);

-- downgrade
DROP TABLE judge;
