/*
title: what people of an organization did in a month
dimensions: [month, account_id]
labels: {account_id: name}
sums: [organization_touches, organization_uses, organization_activities]
details: true
*/
select date_trunc('month', e.day::timestamp)::date as month, e.account_id, o.name,
    count(*) filter (where e.kind = 'touch') as organization_touches,
    count(*) filter (where e.kind = 'collateral_use') as organization_uses,
    count(*) filter (where e.kind = 'activity') as organization_activities
from organization_engagement e
join organization_performance o on o.account_id = e.account_id
group by 1, 2, 3
