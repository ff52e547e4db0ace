/*
title: the last audit of each stream against its source, counted
sums: [audited?, differing?, skipped?, vendor_rows?, our_rows?]
optional: true
*/
select count(*) as audited, count(*) filter (where a.verdict = 'DIFF') as differing,
    count(*) filter (where a.verdict = 'SKIP') as skipped, sum(a.vendor_rows) as vendor_rows, sum(a.our_rows) as our_rows
from (
    select x.*,
        row_number() over (partition by x.environment, x.tap, x.stream order by x.asked_at desc, x.audit_id desc) as place
    from {loads}.audit x
) a
where a.place = 1
having count(*) > 0
