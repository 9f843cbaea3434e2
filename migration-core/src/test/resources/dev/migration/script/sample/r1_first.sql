-- revision: r1
-- message: first

-- upgrade
CREATE TABLE first (id integer);
