/*
severity: error
model: marts.pipeline_snapshot
says: the stored open pipeline of a day is not the balance of the flow
*/
select b.day as key, k.amount as found
from marts.pipeline_balance b
join (
    select p.day, sum(p.amount) as amount, sum(p.opportunities) as opportunities
    from marts.pipeline_snapshot p
    group by p.day
) k on k.day = b.day
where k.amount <> b.closing or k.opportunities <> b.closing_count
