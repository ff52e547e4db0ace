/*
severity: warn
model: core.subscription_link
says: subscriptions renew each other in a ring; it is cut at the oldest
*/
select v.name as key
from core.subscription_link l
join core.subscription_version v on v.subscription_id = l.subscription_id
where l.is_cycle_cut
