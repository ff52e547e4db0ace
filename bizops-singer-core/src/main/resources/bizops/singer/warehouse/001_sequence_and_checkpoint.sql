CREATE TABLE bizops.migration (
    number integer PRIMARY KEY,
    name text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE bizops.migration IS 'Which migrations of this schema have run';

-- One step is a block of numbers: a batch takes one step and numbers its rows within it.
CREATE SEQUENCE bizops.sdc_sequence AS bigint INCREMENT BY 1048576;
COMMENT ON SEQUENCE bizops.sdc_sequence IS 'Blocks of _sdc_sequence numbers, unique and rising within the database';

-- Starts above the clock numbers (microseconds) that a loader without this schema uses.
SELECT setval('bizops.sdc_sequence', (extract(epoch FROM clock_timestamp()) * 1000000)::bigint);

CREATE TABLE bizops.checkpoint (
    checkpoint_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    schema_name text NOT NULL,
    table_name text NOT NULL,
    least_sequence bigint NOT NULL,
    greatest_sequence bigint NOT NULL,
    is_rewrite boolean NOT NULL DEFAULT false,
    run_id text NOT NULL,
    committed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE bizops.checkpoint IS 'One row for each table and commit of a loader; an incremental build takes those that no build before it took';
CREATE INDEX checkpoint_table ON bizops.checkpoint (schema_name, table_name, checkpoint_id);
