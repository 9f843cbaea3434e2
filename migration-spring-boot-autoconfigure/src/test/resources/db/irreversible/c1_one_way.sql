-- revision: c1
-- message: one way

-- upgrade
CREATE TABLE one_way (id integer);
