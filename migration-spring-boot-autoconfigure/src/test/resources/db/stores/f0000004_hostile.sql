-- revision: f0000004
-- revises: f0000002
-- branch-labels: search
-- message: add <script>document.title = 'taken'</script> & "note"
-- created: 2026-11-04T10:00:00Z

-- upgrade
CREATE TABLE note (id integer);

-- downgrade
DROP TABLE note;
