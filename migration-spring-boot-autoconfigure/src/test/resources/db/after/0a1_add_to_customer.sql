-- revision: 0a1
-- message: add to customer
-- created: 2026-11-20T10:00:00Z

-- upgrade
INSERT INTO customer (id) VALUES (2);

-- downgrade
DELETE FROM customer WHERE id = 2;
