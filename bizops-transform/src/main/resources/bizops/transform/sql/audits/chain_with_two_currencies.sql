/*
severity: warn
model: core.subscription
says: the subscriptions of a chain are billed in several currencies
*/
select s.chain_id || ' ' || min(s.currency) || ' ' || max(s.currency) as key
from core.subscription s
group by s.chain_id
having min(s.currency) <> max(s.currency)
