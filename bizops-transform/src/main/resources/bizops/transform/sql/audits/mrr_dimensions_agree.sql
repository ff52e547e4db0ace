/*
severity: error
model: marts.mrr_change
says: chains, products and organizations do not change by the same amount
*/
select c.month as key, sum(c.amount) filter (where c.entity = 'chain') as found
from marts.mrr_change c
group by c.month
having coalesce(sum(c.amount) filter (where c.entity = 'chain'), 0)
        <> coalesce(sum(c.amount) filter (where c.entity = 'product'), 0)
    or coalesce(sum(c.amount) filter (where c.entity = 'chain'), 0)
        <> coalesce(sum(c.amount) filter (where c.entity = 'organization'), 0)
