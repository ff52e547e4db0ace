CREATE TABLE bizops.state (
    state_id text PRIMARY KEY,
    value text NOT NULL,
    run_id text NOT NULL,
    saved_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE bizops.state IS 'The newest STATE of each pipeline, saved in the transaction of the rows that it covers';
COMMENT ON COLUMN bizops.state.value IS 'JSON, byte for byte as the tap wrote it';

-- What a run reached last; a run saves its STATE often, and only the last one is of use later.
CREATE TABLE bizops.state_history (
    state_id text NOT NULL,
    run_id text NOT NULL,
    value text NOT NULL,
    saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (state_id, run_id)
);
COMMENT ON TABLE bizops.state_history IS 'The last STATE of each run, for going back';

CREATE TABLE bizops.uncovered_range (
    state_id text NOT NULL,
    schema_name text NOT NULL,
    table_name text NOT NULL,
    least_sequence bigint NOT NULL,
    greatest_sequence bigint NOT NULL,
    run_id text NOT NULL,
    PRIMARY KEY (state_id, schema_name, table_name, least_sequence)
);
COMMENT ON TABLE bizops.uncovered_range IS 'Appended rows that no saved STATE covers: a run that goes on from that STATE sends them again, and removes these first';

CREATE TABLE bizops.run (
    run_id text PRIMARY KEY,
    state_id text NOT NULL,
    tap text NOT NULL,
    target text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at timestamptz,
    tap_exit_code integer,
    target_exit_code integer,
    exit_code integer,
    error text,
    version text NOT NULL,
    started_by text,
    commit_sha text,
    job_url text
);
COMMENT ON TABLE bizops.run IS 'Each run of a tap into a target; one without an end was killed';
COMMENT ON COLUMN bizops.run.error IS 'The last CRITICAL line of the side that failed';
CREATE INDEX run_state ON bizops.run (state_id, started_at);

CREATE TABLE bizops.run_stream (
    run_id text NOT NULL REFERENCES bizops.run,
    stream text NOT NULL,
    rows_read bigint,
    rows_loaded bigint,
    PRIMARY KEY (run_id, stream)
);
COMMENT ON TABLE bizops.run_stream IS 'How many rows of a stream the tap sent and the target took, by their own counts';
