CREATE TABLE bizops.ddl_log (
    ddl_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    logged_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    run_id text NOT NULL,
    user_name text NOT NULL DEFAULT session_user,
    stream text NOT NULL,
    schema_name text NOT NULL,
    table_name text NOT NULL,
    statement text NOT NULL
);
COMMENT ON TABLE bizops.ddl_log IS 'Each statement by which a load made or changed a table, its key, indexes, comments or rights; kept for good';
COMMENT ON COLUMN bizops.ddl_log.ddl_id IS 'Statements of a transaction in the order in which they ran';
COMMENT ON COLUMN bizops.ddl_log.run_id IS 'As in bizops.run and bizops.checkpoint';
COMMENT ON COLUMN bizops.ddl_log.user_name IS 'Who was logged in';
COMMENT ON COLUMN bizops.ddl_log.table_name IS 'That the stream is loaded into, also where the statement changes its schema or an index';
COMMENT ON COLUMN bizops.ddl_log.statement IS 'SQL as it ran; no value of a record is in it';
CREATE INDEX ddl_log_table ON bizops.ddl_log (schema_name, table_name);
