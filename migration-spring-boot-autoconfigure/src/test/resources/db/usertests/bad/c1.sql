-- revision: c1
-- revises: b1
-- message: create judge

-- upgrade
CREATE TABLE judge (id integer PRIMARY KEY);

-- downgrade
DROP TABLE judge; DROP TABLE no_such_table;
