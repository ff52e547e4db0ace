/*
materialized: view
grain: the open opportunities of a stage, owner, source and close month at the end of a local day up to as_of; ends of weeks and months and the last 92 days are stored in pipeline_snapshot, other days are computed when asked for
like: marts.pipeline_snapshot
*/
select k.day, k.stage, k.owner_id, k.lead_source, k.source_bucket, k.close_month, k.opportunities, k.amount, k.weighted,
    k.past_due, k.past_due_amount
from marts.pipeline_snapshot k
union all
select d.day, d.stage, d.owner_id, d.lead_source, d.source_bucket,
    date_trunc('month', d.close_date::timestamp)::date,
    count(*),
    coalesce(sum(d.amount), 0)::numeric(24, 6),
    coalesce(sum(d.weighted), 0)::numeric(24, 6),
    count(*) filter (where d.is_past_due),
    coalesce(sum(d.amount) filter (where d.is_past_due), 0)::numeric(24, 6)
from core.opportunity_snapshot_day d
cross join staging.settings s
where d.is_open
    and extract(isodow from d.day) <> 7
    and extract(day from d.day + 1) <> 1
    and d.day <= s.as_of - 92
group by 1, 2, 3, 4, 5, 6
