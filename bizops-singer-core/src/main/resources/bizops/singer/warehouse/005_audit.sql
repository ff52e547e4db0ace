CREATE TABLE bizops.audit (
    audit_id text NOT NULL,
    environment text NOT NULL,
    tap text NOT NULL,
    stream text NOT NULL,
    method text NOT NULL,
    asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    verdict text NOT NULL,
    reason text,
    vendor_rows bigint,
    our_rows bigint,
    changed_rows bigint,
    newest_vendor timestamptz,
    newest_ours timestamptz,
    sums jsonb,
    differences text[],
    PRIMARY KEY (audit_id, tap, stream)
);
COMMENT ON TABLE bizops.audit IS 'What sources said that they hold, beside what the raw tables held; a row for each stream of each bizops audit';
COMMENT ON COLUMN bizops.audit.audit_id IS 'One call of bizops audit';
COMMENT ON COLUMN bizops.audit.environment IS 'Of bizops.yml';
COMMENT ON COLUMN bizops.audit.tap IS 'As bizops.yml names it';
COMMENT ON COLUMN bizops.audit.method IS 'count: the source counted; records: it was read once more';
COMMENT ON COLUMN bizops.audit.verdict IS 'OK, DIFF, or SKIP where nothing could be compared';
COMMENT ON COLUMN bizops.audit.reason IS 'Of a SKIP';
COMMENT ON COLUMN bizops.audit.vendor_rows IS 'That live and have not changed since the load';
COMMENT ON COLUMN bizops.audit.our_rows IS 'The same rows as the raw table has them';
COMMENT ON COLUMN bizops.audit.changed_rows IS 'Changed or deleted at the source since the load, and therefore compared on neither side';
COMMENT ON COLUMN bizops.audit.newest_vendor IS 'The greatest replication key, where it is a point in time; newest_ours likewise';
COMMENT ON COLUMN bizops.audit.sums IS 'By field: vendor and ours, as texts with every digit';
COMMENT ON COLUMN bizops.audit.differences IS 'What differs, a line each; null unless the verdict is DIFF';
CREATE INDEX audit_asked ON bizops.audit (asked_at);
