/*
title: what changed the open pipeline in a month, by owner, lead source and segment; what takes away is negative
dimensions: [month, owner_id, lead_source, segment]
labels: {owner_id: owner_name}
optional: true
sums: [created, increase, reopened, decrease, won, lost, deleted]
*/
select date_trunc('month', e.day::timestamp)::date as month,
    o.owner_id, coalesce(u.name, o.owner_id) as owner_name, o.lead_source, o.segment,
    coalesce(sum(e.amount) filter (where e.kind = 'created'), 0) as created,
    coalesce(sum(e.amount) filter (where e.kind = 'increase'), 0) as increase,
    coalesce(sum(e.amount) filter (where e.kind = 'reopened'), 0) as reopened,
    -coalesce(sum(e.amount) filter (where e.kind = 'decrease'), 0) as decrease,
    -coalesce(sum(e.amount) filter (where e.kind = 'won'), 0) as won,
    -coalesce(sum(e.amount) filter (where e.kind = 'lost'), 0) as lost,
    -coalesce(sum(e.amount) filter (where e.kind = 'deleted'), 0) as deleted
from pipeline_event e
left join {core}.opportunity o on o.opportunity_id = e.opportunity_id
left join {core}.user u on u.user_id = o.owner_id
where e.day <= (select as_of from build_info)
group by 1, 2, 3, 4, 5
