/*
severity: error
model: core.entity_count
says: raw rows are neither duplicates nor deleted nor dropped for a reason, and did not arrive in core or staging
*/
select c.entity || ' ' || sum(c.rows) filter (where c.layer = 'raw')
    || ' raw, ' || sum(c.rows) filter (where c.layer <> 'raw') || ' accounted for' as key
from core.entity_count c
group by c.entity
having sum(c.rows) filter (where c.layer = 'raw') <> sum(c.rows) filter (where c.layer <> 'raw')
    or min(c.rows) < 0
