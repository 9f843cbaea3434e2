-- revision: 0e1
-- message: create event

-- upgrade
CREATE TABLE event (name varchar(80));

-- downgrade
DROP TABLE event;
