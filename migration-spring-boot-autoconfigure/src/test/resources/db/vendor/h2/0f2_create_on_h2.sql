-- revision: 0f2
-- message: create on h2
-- created: 2026-11-20T10:00:00Z

-- upgrade
CREATE TABLE on_h2 (id integer PRIMARY KEY);

-- downgrade
DROP TABLE on_h2;
