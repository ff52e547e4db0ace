/*
title: the last audit of each stream against its source
columns:
  stream: Stream
  tap: Tap
  verdict: Verdict
  asked: Asked
  vendor_rows: Rows there
  our_rows: Rows here
  changed_rows: Changed since
  sums_compared: Sums
  found: Found
optional: true
empty: "No audit has run. bizops audit asks each source what it holds and compares that with what was loaded."
*/
-- What a tap as a whole could not be asked has no stream.
select coalesce(nullif(a.stream, ''), '(all streams)') as stream,
    case when a.several then a.environment || ': ' || a.tap else a.tap end as tap, a.verdict, a.asked_at as asked, a.vendor_rows, a.our_rows,
    a.changed_rows,
    case when a.sums is not null then (select count(*) from jsonb_object_keys(a.sums)) end as sums_compared,
    coalesce(array_to_string(a.differences, '; '), a.reason) as found
from (
    select x.*, min(x.environment) over () <> max(x.environment) over () as several,
        row_number() over (partition by x.environment, x.tap, x.stream order by x.asked_at desc, x.audit_id desc) as place
    from {loads}.audit x
) a
where a.place = 1
order by case a.verdict when 'DIFF' then 0 when 'SKIP' then 1 else 2 end, a.environment collate "C", a.tap collate "C",
    a.stream collate "C"
