/*
severity: error
model: core.entity_count
says: the amounts of raw and core differ in a currency
*/
select r.entity || ' ' || r.amounts || ' raw, ' || coalesce(c.amounts::text, 'none') || ' core' as key
from core.entity_count r
left join core.entity_count c on c.entity = r.entity and c.layer = 'core'
where r.layer = 'raw' and r.amounts is not null and r.amounts is distinct from c.amounts
