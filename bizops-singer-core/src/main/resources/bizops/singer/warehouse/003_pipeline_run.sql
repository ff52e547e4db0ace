CREATE TABLE bizops.pipeline_run (
    pipeline_run_id text PRIMARY KEY,
    pipeline text NOT NULL,
    environment text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at timestamptz,
    seconds numeric GENERATED ALWAYS AS (extract(epoch FROM ended_at - started_at)) STORED,
    exit_code integer,
    error text,
    host text,
    ci_job_url text,
    git_sha text,
    program_version text
);
COMMENT ON TABLE bizops.pipeline_run IS 'Every run of a pipeline of bizops.yml; one without an end still runs, or was killed together with its host';
COMMENT ON COLUMN bizops.pipeline_run.pipeline_run_id IS 'Its name, which bizops logs takes';
COMMENT ON COLUMN bizops.pipeline_run.environment IS 'Of bizops.yml';
COMMENT ON COLUMN bizops.pipeline_run.exit_code IS '77: some taps or streams failed, the rest is done';
COMMENT ON COLUMN bizops.pipeline_run.error IS 'What failed, in one line';
CREATE INDEX pipeline_run_started ON bizops.pipeline_run (started_at);

CREATE TABLE bizops.pipeline_step (
    pipeline_run_id text NOT NULL REFERENCES bizops.pipeline_run (pipeline_run_id) ON DELETE CASCADE,
    step text NOT NULL,
    attempt integer NOT NULL,
    run_id text,
    seconds numeric NOT NULL,
    ended_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    exit_code integer NOT NULL,
    error text,
    PRIMARY KEY (pipeline_run_id, step, attempt)
);
COMMENT ON TABLE bizops.pipeline_step IS 'Every attempt of every step of a run: a tap with its target, transform, report';
COMMENT ON COLUMN bizops.pipeline_step.step IS 'The tap as bizops.yml names it, transform, or report';
COMMENT ON COLUMN bizops.pipeline_step.attempt IS 'From 1; a step that ended with 75 or was killed is run again';
COMMENT ON COLUMN bizops.pipeline_step.run_id IS 'The row of bizops.run, for a tap that began';
