-- As datamill-co target-postgres leaves a stream "orders" and a stream "visits" without a key: no primary key but an index
-- and a comment, objects flattened, arrays in tables of their own, a property of two types in two columns.
CREATE TABLE public.orders ();
ALTER TABLE public.orders ADD COLUMN id bigint NOT NULL;
ALTER TABLE public.orders ADD COLUMN total double precision;
ALTER TABLE public.orders ADD COLUMN placed_at timestamp with time zone;
ALTER TABLE public.orders ADD COLUMN address__city text;
ALTER TABLE public.orders ADD COLUMN note__s text;
ALTER TABLE public.orders ADD COLUMN note__i bigint;
ALTER TABLE public.orders ADD COLUMN state text NOT NULL;
ALTER TABLE public.orders ADD COLUMN order_ref text;
ALTER TABLE public.orders ADD COLUMN _sdc_batched_at timestamp with time zone;
ALTER TABLE public.orders ADD COLUMN _sdc_received_at timestamp with time zone;
ALTER TABLE public.orders ADD COLUMN _sdc_sequence bigint;
ALTER TABLE public.orders ADD COLUMN _sdc_table_version bigint;
COMMENT ON TABLE public.orders IS '{"path": ["orders"], "version": null, "schema_version": 2, "key_properties": ["id"], "mappings": {"id": {"type": ["integer"], "from": ["id"]}, "order_ref": {"type": ["string", "null"], "from": ["Order Ref"]}, "address__city": {"type": ["string", "null"], "from": ["address", "city"]}, "note__i": {"type": ["integer", "null"], "from": ["note"]}, "note__s": {"type": ["string", "null"], "from": ["note"]}}}';
CREATE INDEX tp_orders_id__sdc_sequence_idx ON public.orders (id, _sdc_sequence);
CREATE TABLE public.orders__tags ();
ALTER TABLE public.orders__tags ADD COLUMN _sdc_source_key_id bigint NOT NULL;
ALTER TABLE public.orders__tags ADD COLUMN _sdc_sequence bigint;
ALTER TABLE public.orders__tags ADD COLUMN _sdc_level_0_id bigint NOT NULL;
ALTER TABLE public.orders__tags ADD COLUMN _sdc_value text NOT NULL;
CREATE TABLE public.visits ();
ALTER TABLE public.visits ADD COLUMN page text;
ALTER TABLE public.visits ADD COLUMN _sdc_primary_key text NOT NULL;
ALTER TABLE public.visits ADD COLUMN _sdc_batched_at timestamp with time zone;
ALTER TABLE public.visits ADD COLUMN _sdc_received_at timestamp with time zone;
ALTER TABLE public.visits ADD COLUMN _sdc_sequence bigint;
ALTER TABLE public.visits ADD COLUMN _sdc_table_version bigint;
INSERT INTO public.orders VALUES
    (1, 0.30000000000000004, '2024-01-31 10:00:00+00', 'Bern', 'late', NULL, 'open', 'r1', '2024-02-01 00:00:00+00',
     '2024-02-01 00:00:01+00', 1706745600, NULL),
    (2, 1.5, NULL, NULL, NULL, 7, 'open', 'r2', '2024-02-01 00:00:00+00', '2024-02-01 00:00:01+00', 1706745600, NULL);
INSERT INTO public.orders__tags VALUES (1, 1706745600, 0, 'red');
INSERT INTO public.visits VALUES
    ('/', '6f1ed002-ab5b-4d3a-9f0c-000000000001', '2024-02-01 00:00:00+00', '2024-02-01 00:00:01+00', 1706745600, NULL);
