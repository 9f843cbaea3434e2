-- revision: 0f1
-- message: create on sqlite
-- created: 2026-11-20T10:00:00Z

-- upgrade
CREATE TABLE on_sqlite (id integer PRIMARY KEY);

-- downgrade
DROP TABLE on_sqlite;
