-- revision: f1
-- revises: e1
-- message: after it

-- upgrade
CREATE TABLE late (id integer PRIMARY KEY);

-- downgrade
DROP TABLE late;
