/*
title: the open pipeline of a stage, owner and lead source at the end of a month, of the month of the build at its day
dimensions: [month, stage, owner_id, lead_source]
labels: {stage: stage_label, owner_id: owner_name}
sums: [open_opportunities, open_amount, weighted_amount, past_due, past_due_amount]
last: [open_opportunities, open_amount, weighted_amount, past_due, past_due_amount]
*/
with owner as (
    select distinct owner_id, owner_name from owner_performance
),
-- By the calendar: on a day on which nothing is open the snapshot has no row.
month_end as (
    select m.month::date as month, least((m.month + interval '1 month - 1 day')::date, i.as_of) as day
    from build_info i
    cross join generate_series(
        (select date_trunc('month', min(day)) from pipeline_snapshot), i.as_of::timestamp, interval '1 month'
    ) as m (month)
),
held as (
    select e.month, p.stage, p.owner_id, p.lead_source,
        sum(p.opportunities) as open_opportunities, sum(p.amount) as open_amount, sum(p.weighted) as weighted_amount,
        sum(p.past_due) as past_due, sum(p.past_due_amount) as past_due_amount
    from pipeline_snapshot p
    join month_end e on e.day = p.day
    group by 1, 2, 3, 4
),
-- What nothing is left of has a month of zeros, or what it last held would stand for what it holds.
emptied as (
    select (month + interval '1 month')::date as month, stage, owner_id, lead_source
    from held
    where month < (select max(month) from month_end)
    except
    select month, stage, owner_id, lead_source
    from held
),
every as (
    select * from held
    union all
    select *, 0, 0, 0, 0, 0 from emptied
)
select h.month, h.stage,
    case when s.sort is null or h.stage ~ '^[0-9]' then h.stage else s.sort || '. ' || h.stage end as stage_label,
    h.owner_id, o.owner_name, h.lead_source,
    h.open_opportunities, h.open_amount, h.weighted_amount, h.past_due, h.past_due_amount
from every h
left join stage_conversion s on s.stage = h.stage
left join owner o on o.owner_id = h.owner_id
