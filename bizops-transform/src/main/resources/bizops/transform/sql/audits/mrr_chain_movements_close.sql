/*
severity: error
model: marts.mrr_movement
says: the movements of a chain up to a month are not its recurring revenue in that month
*/
select x.chain_id || ' ' || x.month as key, x.mrr as found
from (
    select m.chain_id, m.month, m.mrr, sum(coalesce(v.amount, 0)) over (partition by m.chain_id order by m.month) as moved
    from marts.mrr_month m
    left join marts.mrr_movement v on v.chain_id = m.chain_id and v.month = m.month
) x
where x.moved <> x.mrr
