/*
title: opportunities closed in a month by owner, lead source, segment and type
dimensions: [month, owner_id, lead_source, segment, booking_type]
labels: {owner_id: owner_name}
sums: [won_opportunities, lost_opportunities, won_amount, lost_amount, closed_won_iacv, won_with_amount, cycle_days, won_with_cycle]
*/
with owner as (
    select distinct owner_id, owner_name from owner_performance
)
select date_trunc('month', c.close_date)::date as month, c.owner_id, o.owner_name, c.lead_source, c.segment, c.booking_type,
    count(*) filter (where c.is_won) as won_opportunities,
    count(*) filter (where not c.is_won) as lost_opportunities,
    coalesce(sum(c.amount) filter (where c.is_won), 0) as won_amount,
    coalesce(sum(c.amount) filter (where not c.is_won), 0) as lost_amount,
    coalesce(sum(c.iacv) filter (where c.is_won), 0) as closed_won_iacv,
    count(c.amount) filter (where c.is_won) as won_with_amount,
    coalesce(sum(c.cycle_days) filter (where c.is_won and c.cycle_days >= 0), 0) as cycle_days,
    count(*) filter (where c.is_won and c.cycle_days >= 0) as won_with_cycle
from closed_opportunity c
left join owner o on o.owner_id = c.owner_id
group by 1, 2, 3, 4, 5, 6
