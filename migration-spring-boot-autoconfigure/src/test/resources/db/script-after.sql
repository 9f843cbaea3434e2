INSERT INTO team (name) VALUES ('from a script');
