/*
grain: a chain of subscriptions and a month, from its cohort month (or an earlier first charge) to as_of's
key: [chain_id, month]
references:
  chain_id: core.subscription_chain.chain_id
indexes:
  - [month]
columns:
  chain_id: chain of subscriptions
  account_id?: the live Salesforce account
  organization_key: the account; where none is linked, the billing account or the chain
  month: first day of the month
  mrr: monthly recurring revenue on the last day of the month, in the reporting currency at the chain's first day
  arr: annual recurring revenue, 12 times that
  is_partial: whether as_of lies before the last day of the month
*/
with last as (
    select date_trunc('month', s.as_of::timestamp)::date as month,
        s.as_of < (date_trunc('month', s.as_of::timestamp) + interval '1 month' - interval '1 day')::date as is_partial
    from staging.settings s
),
summed as (
    select p.chain_id, p.month, sum(p.mrr) as mrr
    from marts.mrr_product_month p
    group by p.chain_id, p.month
),
first as (
    select h.chain_id, h.account_id, h.organization_key, least(h.cohort_month, m.month) as month
    from core.subscription_chain h
    left join (select x.chain_id, min(x.month) as month from summed x group by x.chain_id) m on m.chain_id = h.chain_id
),
spine as (
    select f.chain_id, f.account_id, f.organization_key, (f.month + make_interval(months => n.shift))::date as month
    from first f
    cross join last l
    cross join lateral generate_series(
        0,
        (extract(year from l.month) - extract(year from f.month))::int * 12
            + (extract(month from l.month) - extract(month from f.month))::int) as n (shift)
)
select p.chain_id, p.account_id, p.organization_key, p.month,
    coalesce(m.mrr, 0)::numeric(24, 6) as mrr,
    12 * coalesce(m.mrr, 0)::numeric(24, 6) as arr,
    l.is_partial and p.month = l.month as is_partial
from spine p
cross join last l
left join summed m on m.chain_id = p.chain_id and m.month = p.month
