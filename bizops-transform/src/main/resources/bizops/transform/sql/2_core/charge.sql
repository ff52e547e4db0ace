/*
grain: a segment of a charge of a subscription's newest version
key: [charge_id]
references:
  subscription_id: core.subscription.subscription_id
  chain_id: core.subscription_chain.chain_id
indexes:
  - [chain_id]
columns:
  charge_id: Zuora's RatePlanCharge.Id
  subscription_id: the subscription
  chain_id: its chain
  charge_number?: number that stays the same over versions and segments
  segment?: place among the segments of the charge number
  type?: Recurring, OneTime or Usage
  model?: RatePlanCharge.ChargeModel
  product?: name of the rate plan, else of the charge
  mrr_local?: monthly recurring revenue in the currency of the billing account
  mrr?: in the reporting currency, at the rate of the chain's cohort_date
  quantity?: RatePlanCharge.Quantity
  from_date: first day
  to_date?: first day on which it no longer holds
  currency: currency of the billing account
*/
select c.charge_id,
    v.subscription_id,
    v.chain_id,
    c.charge_number,
    c.segment::bigint as segment,
    c.type,
    c.model,
    coalesce(p.name, c.name) as product,
    c.mrr::numeric(24, 6) as mrr_local,
    round(c.mrr * case when v.currency = s.reporting_currency then 1 else x.rate end, 6)::numeric(24, 6) as mrr,
    c.quantity::numeric(24, 6) as quantity,
    c.from_date,
    c.to_date,
    v.currency
from staging.zuora_rate_plan_charge c
cross join staging.settings s
left join staging.zuora_rate_plan p on p.rate_plan_id = c.rate_plan_id
join core.subscription v on v.subscription_id = coalesce(p.subscription_id, c.subscription_id)
join core.subscription_chain h on h.chain_id = v.chain_id
left join core.currency_rate x
    on x.currency = v.currency and h.cohort_date >= x.valid_from and h.cohort_date < x.valid_to
where not c.is_deleted and not coalesce(p.is_deleted, false) and c.from_date is not null
