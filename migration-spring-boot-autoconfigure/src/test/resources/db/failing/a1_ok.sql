-- revision: a1
-- message: works

-- upgrade
CREATE TABLE works (id integer);

-- downgrade
DROP TABLE works;
