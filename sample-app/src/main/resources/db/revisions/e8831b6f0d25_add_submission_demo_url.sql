-- revision: e8831b6f0d25
-- revises: c25d90ae417f
-- message: add submission.demo_url
-- created: 2026-11-12T16:31:00Z

-- upgrade
ALTER TABLE submission ADD COLUMN demo_url varchar(500);

-- downgrade
ALTER TABLE submission DROP COLUMN demo_url;
