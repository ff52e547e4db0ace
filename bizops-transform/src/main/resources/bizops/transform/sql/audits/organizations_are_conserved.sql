/*
severity: error
model: marts.organization_performance
says: what organizations have won, or their revenue, is not what their opportunities and subscriptions say
*/
select 'won_iacv' as key, sum(p.won_iacv) as found
from marts.organization_performance p
having coalesce(sum(p.won_iacv), 0) <> (
    select coalesce(sum(o.iacv), 0)
    from core.opportunity o
    join core.organization a on a.account_id = o.account_id
    where o.is_won_to_date
)
union all
select 'revenue_to_date', sum(p.revenue_to_date)
from marts.organization_performance p
having sum(p.revenue_to_date) <> (
    select coalesce(sum(m.mrr), 0)
    from marts.mrr_month m
    join core.organization a on a.account_id = m.account_id
)
