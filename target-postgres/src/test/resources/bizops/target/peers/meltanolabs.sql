-- As MeltanoLabs target-postgres leaves a stream "orders" in its default settings: names keep their case, times have no
-- zone, arrays are arrays, and the metadata columns are those of the Singer SDK.
CREATE TABLE orders (
    "Id" TEXT NOT NULL,
    number INTEGER,
    quantity SMALLINT,
    total DECIMAL,
    paid BOOLEAN,
    placed_at TIMESTAMP WITHOUT TIME ZONE,
    due DATE,
    opens TIME WITHOUT TIME ZONE,
    customer UUID,
    address JSONB,
    tags TEXT[],
    scores BIGINT[],
    lines JSONB[],
    anything TEXT,
    _sdc_extracted_at TIMESTAMP WITHOUT TIME ZONE,
    _sdc_received_at TIMESTAMP WITHOUT TIME ZONE,
    _sdc_batched_at TIMESTAMP WITHOUT TIME ZONE,
    _sdc_deleted_at TIMESTAMP WITHOUT TIME ZONE,
    _sdc_sequence BIGINT,
    _sdc_table_version BIGINT,
    _sdc_sync_started_at BIGINT,
    PRIMARY KEY ("Id")
);
INSERT INTO orders VALUES
    ('a,1', 1, 2, 10.50, true, '2024-01-31 10:00:00', '2024-02-29', '08:00', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
     '{"city": "Bern"}', '{red,"dark blue"}', '{3,1}', ARRAY['{"sku": 1}'::jsonb], 'free', '2024-02-01 00:00:00',
     '2024-02-01 00:00:01', '2024-02-01 00:00:02', NULL, 1706745600000, 1706745600, 1706745600000),
    ('b', 2, 1, 0.1, false, '2024-01-31 11:00:00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
     '2024-02-01 00:00:00', '2024-02-01 00:00:01', '2024-02-01 00:00:02', NULL, 1706745600001, 1706745600,
     1706745600000);
