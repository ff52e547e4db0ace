-- As PipelineWise target-postgres leaves a stream "shop-orders" with data_flattening_max_level 1 and hard_delete: names
-- lower case, columns sorted, objects flattened, numbers floating, dates and deletion marks texts.
CREATE SCHEMA shop;
CREATE TABLE shop."orders" (
    "address__city" character varying,
    "due" character varying,
    "id" numeric,
    "name" character varying,
    "number" bigint,
    "paid" boolean,
    "placed_at" timestamp without time zone,
    "quantity" smallint,
    "tags" jsonb,
    "total" double precision,
    "uid" character varying,
    "_sdc_extracted_at" timestamp without time zone,
    "_sdc_batched_at" timestamp without time zone,
    "_sdc_deleted_at" character varying,
    PRIMARY KEY ("id", "uid")
);
CREATE INDEX i_orders__sdc_deleted_at ON shop."orders" (_sdc_deleted_at);
INSERT INTO shop.orders VALUES
    ('Bern', '2024-02-29 00:00:00', 1, 'first', 1, true, '2024-01-31 10:00:00', 2, '["red"]', 0.30000000000000004,
     'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11', '2024-02-01 00:00:00', '2024-02-01 01:00:02', NULL),
    ('Wien', NULL, 2, NULL, 2, false, NULL, 1, NULL, 1.5, 'b', '2024-02-01 00:00:00', '2024-02-01 01:00:02',
     '2024-02-01T00:00:00+00:00');
