/*
severity: error
model: core.spend_day
says: the rows of spend.csv are not all in spend_day
*/
select x.currency as key, x.amount as found
from (
    select r.currency, sum(r.amount) as amount
    from (
        select p.currency, p.amount from staging.seed_spend p
        union all
        select d.currency, - d.amount_local from core.spend_day d where d.basis = 'seed'
    ) r
    group by r.currency
) x
where abs(x.amount) > 0.01
    and not exists (
        select 1 from staging.seed_spend p
        group by left(p.campaign_id, 15), p.spend_date having count(distinct p.currency) > 1
    )
