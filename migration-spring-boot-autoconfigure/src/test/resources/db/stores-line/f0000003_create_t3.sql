-- revision: f0000003
-- revises: f0000002
-- message: create t3
-- created: 2026-11-03T10:00:00Z

-- upgrade
CREATE TABLE t3 (id integer);

-- downgrade
DROP TABLE t3;
