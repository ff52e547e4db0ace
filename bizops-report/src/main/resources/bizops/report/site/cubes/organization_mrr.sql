/*
title: recurring revenue of an organization at the end of a month
dimensions: [month, account_id]
labels: {account_id: name}
sums: [organization_month_mrr]
last: [organization_month_mrr]
details: true
*/
select m.month, m.account_id, o.name, sum(m.mrr) as organization_month_mrr
from mrr_month m
join organization_performance o on o.account_id = m.account_id
group by 1, 2, 3
