/*
severity: error
model: core.spend_day
says: spend_day is not the used part of spend_source
*/
select x.campaign_id || ' ' || x.spend_date || ' ' || x.basis as key, sum(x.amount) as found
from (
    select d.campaign_id, d.spend_date, d.basis, sum(d.amount) as amount, count(distinct d.currency) as currencies
    from core.spend_source d
    where d.is_used
    group by 1, 2, 3
    union all
    select d.campaign_id, d.spend_date, d.basis, - d.amount_local, 0 from core.spend_day d
) x
group by x.campaign_id, x.spend_date, x.basis
having count(*) <> 2 or (max(x.currencies) = 1 and abs(sum(x.amount)) >= 0.000001)
