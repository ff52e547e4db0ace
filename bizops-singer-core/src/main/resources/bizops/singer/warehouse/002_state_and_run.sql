CREATE TABLE bizops.state (
    state_id text PRIMARY KEY,
    value text NOT NULL,
    revision bigint NOT NULL,
    run_id text NOT NULL,
    written_by text NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE bizops.state IS 'The newest Singer STATE of each pipeline, written in the transaction of the rows it covers';
COMMENT ON COLUMN bizops.state.state_id IS 'The pipeline, as the setting state_id names it';
COMMENT ON COLUMN bizops.state.value IS 'The state byte for byte as the tap sent it; text, because jsonb would refuse or change some of what JSON allows';
COMMENT ON COLUMN bizops.state.revision IS 'Rises by one with each other value';
COMMENT ON COLUMN bizops.state.run_id IS 'The run that wrote it';
COMMENT ON COLUMN bizops.state.written_by IS 'The program that wrote it';
COMMENT ON COLUMN bizops.state.updated_at IS 'When a run last said that this is its state, be it another value or the same';

CREATE TABLE bizops.state_history (
    state_id text NOT NULL,
    revision bigint NOT NULL,
    value text NOT NULL,
    run_id text NOT NULL,
    written_by text NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (state_id, run_id)
);
COMMENT ON TABLE bizops.state_history IS 'The last value that each run stored, of the newest 100 runs of each pipeline, for going back';

CREATE TABLE bizops.uncovered_range (
    state_id text NOT NULL,
    schema_name text NOT NULL,
    table_name text NOT NULL,
    least_sequence bigint NOT NULL,
    greatest_sequence bigint NOT NULL,
    run_id text NOT NULL,
    committed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (state_id, schema_name, table_name, least_sequence)
);
COMMENT ON TABLE bizops.uncovered_range IS 'Rows of tables without a key that are committed and not covered by the stored state: they come again when a tap goes on from it, and are removed before';
COMMENT ON COLUMN bizops.uncovered_range.least_sequence IS 'Least _sdc_sequence of the rows; no other rows have a number in the range';

CREATE TABLE bizops.run (
    run_id text PRIMARY KEY,
    state_id text NOT NULL,
    tap text NOT NULL,
    target text NOT NULL,
    tap_version text,
    target_version text,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at timestamptz,
    seconds numeric GENERATED ALWAYS AS (extract(epoch FROM ended_at - started_at)) STORED,
    tap_exit_code integer,
    target_exit_code integer,
    exit_code integer,
    error text,
    host text,
    ci_job_url text,
    git_sha text,
    config_hash text
);
COMMENT ON TABLE bizops.run IS 'Every run of bizops run; one without an end still runs, or was killed together with its host';
COMMENT ON COLUMN bizops.run.tap_version IS 'Null for a program that is not of this archive';
COMMENT ON COLUMN bizops.run.target_version IS 'Null for a program that is not of this archive';
COMMENT ON COLUMN bizops.run.tap_exit_code IS '128 and the signal for a program that a signal ended';
COMMENT ON COLUMN bizops.run.exit_code IS 'That of the whole run';
COMMENT ON COLUMN bizops.run.error IS 'The last CRITICAL line of the program that failed';
COMMENT ON COLUMN bizops.run.host IS 'Where it ran';
COMMENT ON COLUMN bizops.run.ci_job_url IS 'Of the CI job that started it, from CI_JOB_URL or GitHub''s variables';
COMMENT ON COLUMN bizops.run.git_sha IS 'Of the pipeline''s repository, from CI_COMMIT_SHA or GITHUB_SHA';
COMMENT ON COLUMN bizops.run.config_hash IS 'SHA-256 of the settings and the catalog without secrets: two runs that differ in it were asked for different things';
CREATE INDEX run_state ON bizops.run (state_id, started_at);

CREATE TABLE bizops.run_stream (
    run_id text NOT NULL REFERENCES bizops.run (run_id) ON DELETE CASCADE,
    stream text NOT NULL,
    rows_sent bigint,
    rows_read bigint,
    bytes_loaded bigint,
    PRIMARY KEY (run_id, stream)
);
COMMENT ON TABLE bizops.run_stream IS 'What a run moved, from the metrics lines of its programs; null where a program writes none';
COMMENT ON COLUMN bizops.run_stream.rows_sent IS 'Records that the tap counted';
COMMENT ON COLUMN bizops.run_stream.rows_read IS 'Records that the target counted';
COMMENT ON COLUMN bizops.run_stream.bytes_loaded IS 'Bytes of encoded rows that the target committed';
