CREATE TABLE bizops.alert (
    environment text NOT NULL,
    pipeline text NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    line text NOT NULL,
    found_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    sent_at timestamptz,
    PRIMARY KEY (environment, pipeline, key)
);
COMMENT ON TABLE bizops.alert IS 'What the newest runs of each pipeline found to be wrong; a row goes when a run finds that it is right again';
COMMENT ON COLUMN bizops.alert.key IS 'What ignore of bizops.yml is held against: kind/where/what';
COMMENT ON COLUMN bizops.alert.line IS 'What, where, what to do';
COMMENT ON COLUMN bizops.alert.found_at IS 'By the first run that found it';
COMMENT ON COLUMN bizops.alert.sent_at IS 'When the hook took it; null if there is no hook, or it failed';

CREATE TABLE bizops.alert_column (
    schema_name text NOT NULL,
    table_name text NOT NULL,
    column_name text NOT NULL,
    data_type text NOT NULL,
    PRIMARY KEY (schema_name, table_name, column_name)
);
COMMENT ON TABLE bizops.alert_column IS 'Columns of the raw tables as last seen, to tell what has changed';
