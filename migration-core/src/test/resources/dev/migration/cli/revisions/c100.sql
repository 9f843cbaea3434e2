-- revision: c100
-- message: create base

-- upgrade
CREATE TABLE base (id integer);

-- downgrade
DROP TABLE base;
