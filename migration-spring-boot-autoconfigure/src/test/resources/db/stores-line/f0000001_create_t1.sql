-- revision: f0000001
-- message: create t1
-- created: 2026-11-01T10:00:00Z

-- upgrade
CREATE TABLE t1 (id integer);

-- downgrade
DROP TABLE t1;
