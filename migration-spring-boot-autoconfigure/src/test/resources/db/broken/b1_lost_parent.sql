-- revision: b1
-- revises: nobody
-- message: has no parent

-- upgrade
CREATE TABLE lost (id integer);
