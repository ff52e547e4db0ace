/*
severity: error
model: core.currency_rate
says: a currency has no rate at or before the day; add it to currency_rate.csv, or set reporting_currency to it when all money is in it
*/
select o.currency || ' ' || o.opportunity_id || ' ' || o.close_date as key
from core.opportunity o
where o.is_rate_missing
union all
select d.currency || ' ' || d.campaign_id || ' ' || d.spend_date
from core.spend_day d
where d.amount is null
union all
select h.currency || ' chain ' || h.chain_id || ' ' || h.cohort_date
from core.subscription_chain h
where exists (select 1 from core.charge c where c.chain_id = h.chain_id and c.mrr_local is not null and c.mrr is null)
union all
select m.currency || ' ' || m.entity || ' ' || m.id || ' ' || m.date
from (
    select 'invoice' as entity, i.invoice_id as id, i.currency, i.date
    from core.invoice i
    where i.amount is null and i.amount_local is not null
    union all
    select 'payment', p.payment_id, p.currency, p.date
    from core.payment p
    where p.amount is null and p.amount_local is not null
    union all
    select 'refund', r.refund_id, r.currency, r.date
    from core.refund r
    where r.amount is null and r.amount_local is not null
) m
