--liquibase formatted sql

--changeset app:1
CREATE TABLE customer (id integer PRIMARY KEY);
