/*
grain: the chains whose root's contract began in a month, so many months later
key: [cohort_month, k]
columns:
  cohort_month: first day of the month of the root's contract
  k: months since then, 0 for that month itself
  month: first day of the month that lies k months later
  cohort_size: chains of the cohort
  customers: chains of the cohort with recurring revenue in that month
  mrr: their recurring revenue
  net?: that, as a part of the revenue in month 0
  gross?: the same without growth of any chain beyond its month 0
  is_partial: whether as_of lies before the last day of the month
*/
with since as (
    select h.cohort_month, m.chain_id, m.month, m.mrr, m.is_partial,
        first_value(m.mrr) over (partition by m.chain_id order by m.month) as first_mrr
    from marts.mrr_month m
    join core.subscription_chain h on h.chain_id = m.chain_id
    where m.month >= h.cohort_month
)
select x.cohort_month,
    (extract(year from x.month) - extract(year from x.cohort_month))::int * 12
        + (extract(month from x.month) - extract(month from x.cohort_month))::int as k,
    x.month,
    count(*) as cohort_size,
    count(*) filter (where x.mrr > 0) as customers,
    sum(x.mrr)::numeric(24, 6) as mrr,
    sum(x.mrr) / nullif(sum(x.first_mrr), 0) as net,
    sum(least(x.first_mrr, x.mrr)) / nullif(sum(x.first_mrr), 0) as gross,
    bool_or(x.is_partial) as is_partial
from since x
group by x.cohort_month, x.month
