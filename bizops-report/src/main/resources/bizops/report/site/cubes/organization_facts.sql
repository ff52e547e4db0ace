/*
title: what people of an organization did in a month
dimensions: [month, account_id]
labels: {account_id: name}
sums: [organization_touches, organization_uses, organization_activities?]
details: true
*/
with activity as (
    select count(*) < 2 as is_loaded from note where code = 'no_activity'
)
select date_trunc('month', e.day::timestamp)::date as month, e.account_id, o.name,
    count(*) filter (where e.kind = 'touch') as organization_touches,
    count(*) filter (where e.kind = 'collateral_use') as organization_uses,
    case when a.is_loaded then count(*) filter (where e.kind = 'activity') end as organization_activities
from organization_engagement e
cross join activity a
join organization_performance o on o.account_id = e.account_id
group by 1, 2, 3, a.is_loaded
