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
month_end as (
    select max(day) as day from pipeline_snapshot group by date_trunc('month', day)
)
select date_trunc('month', p.day)::date as month, p.stage,
    case when s.sort is null or p.stage ~ '^[0-9]' then p.stage else s.sort || '. ' || p.stage end as stage_label,
    p.owner_id, o.owner_name, p.lead_source,
    sum(p.opportunities) as open_opportunities, sum(p.amount) as open_amount, sum(p.weighted) as weighted_amount,
    sum(p.past_due) as past_due, sum(p.past_due_amount) as past_due_amount
from pipeline_snapshot p
join month_end e on e.day = p.day
left join stage_conversion s on s.stage = p.stage
left join owner o on o.owner_id = p.owner_id
group by 1, 2, 3, 4, 5, 6
