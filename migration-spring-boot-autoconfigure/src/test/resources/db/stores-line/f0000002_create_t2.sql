-- revision: f0000002
-- revises: f0000001
-- message: create t2
-- created: 2026-11-02T10:00:00Z

-- upgrade
CREATE TABLE t2 (id integer);

-- downgrade
DROP TABLE t2;
