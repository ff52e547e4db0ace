/*
severity: error
model: core.subscription
says: Subscription rows are neither subscriptions nor dropped for a reason
*/
select 'subscription' as key
from staging.zuora_subscription v
having count(*) <> (select count(*) from core.subscription s)
    + (select coalesce(sum(d.rows), 0) from core.dropped d where d.entity = 'subscription')
