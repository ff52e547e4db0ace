/*
grain: a chain, a product of its charges and a month, from the first with such a charge to as_of's
key: [chain_id, product, month]
references:
  chain_id: core.subscription_chain.chain_id
columns:
  chain_id: chain of subscriptions
  product?: name of the rate plan, else of the charge
  month: first day of the month
  mrr: monthly recurring revenue on the last day of the month, in the reporting currency
*/
with bound as (
    select min(h.cohort_month) as first_month, min(date_trunc('month', s.as_of::timestamp)::date) as last_month
    from core.subscription_chain h
    cross join staging.settings s
),
held as (
    select c.chain_id, c.product, c.mrr,
        greatest(date_trunc('month', c.from_date::timestamp)::date, b.first_month) as first_month,
        date_trunc('month', c.to_date::timestamp)::date as end_month
    from core.charge c
    cross join bound b
    where c.type = 'Recurring' and c.mrr is not null
        and date_trunc('month', c.from_date::timestamp)::date <= b.last_month
),
step as (
    select x.chain_id, x.product, x.month, sum(x.change) as change
    from (
        select h.chain_id, h.product, h.first_month as month, h.mrr as change
        from held h
        where h.end_month is null or h.end_month > h.first_month
        union all
        select h.chain_id, h.product, h.end_month, - h.mrr
        from held h
        where h.end_month > h.first_month
    ) x
    group by x.chain_id, x.product, x.month
),
spine as (
    select f.chain_id, f.product, (f.first_month + make_interval(months => n.shift))::date as month
    from (
        select t.chain_id, t.product, min(t.month) as first_month
        from step t
        group by t.chain_id, t.product
    ) f
    cross join bound b
    cross join lateral generate_series(
        0,
        (extract(year from b.last_month) - extract(year from f.first_month))::int * 12
            + (extract(month from b.last_month) - extract(month from f.first_month))::int) as n (shift)
)
select p.chain_id, p.product, p.month,
    (sum(coalesce(t.change, 0)) over (partition by p.chain_id, p.product order by p.month))::numeric(24, 6) as mrr
from spine p
left join step t
    on t.chain_id = p.chain_id and coalesce(t.product, '') = coalesce(p.product, '') and t.month = p.month
