-- revision: e1
-- revises: d1
-- message: insert into what is missing

-- upgrade
INSERT INTO missing VALUES (1);

-- downgrade
DELETE FROM missing;
