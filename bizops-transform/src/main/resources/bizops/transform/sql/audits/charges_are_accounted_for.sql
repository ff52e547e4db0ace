/*
severity: error
model: core.charge
says: RatePlanCharge rows are neither charges nor dropped for a reason
*/
select 'charge' as key
from staging.zuora_rate_plan_charge v
having count(*) <> (select count(*) from core.charge c)
    + (select coalesce(sum(d.rows), 0) from core.dropped d where d.entity = 'charge')
