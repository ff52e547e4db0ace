/*
title: records that a target put aside, by the field that did not fit; they stay in the warehouse
columns:
  schema: Schema
  stream: Stream
  field: Field
  records: Records
  newest: Newest
optional: true
empty: "None: no record was put aside."
*/
-- Which schemas taps load into is known to the database alone, so each table is asked by its name.
select p.schema, r.stream, r.field, r.records, r.newest
from (
    select n.nspname as schema,
        query_to_xml(
            format(
                'select stream, field, count(*) as records, max(rejected_at) as newest from %I.%I group by stream, field',
                n.nspname, c.relname
            ),
            false, false, ''
        ) as found
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relname = '_sdc_rejected' and c.relkind in ('r', 'p')
        and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')
) p
cross join lateral xmltable(
    '/table/row' passing p.found
    columns stream text path 'stream', field text path 'field', records bigint path 'records', newest timestamptz path 'newest'
) r
order by p.schema collate "C", r.records desc, r.stream collate "C", r.field collate "C"
