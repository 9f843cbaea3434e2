-- revision: c300
-- revises: c100
-- message: create user

-- upgrade
CREATE TABLE users (id integer);

-- downgrade
DROP TABLE users;
