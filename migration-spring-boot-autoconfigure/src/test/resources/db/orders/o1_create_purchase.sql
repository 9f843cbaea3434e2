-- revision: 0a1
-- message: create purchase

-- upgrade
CREATE TABLE purchase (id integer);

-- downgrade
DROP TABLE purchase;
