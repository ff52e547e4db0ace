/*
title: a customer's recurring revenue in a month, beside that of the month before and of a year before
dimensions: [month, segment, cohort, age]
details: true
optional: true
columns:
  in_month: Month
  organization: Organization
  customer: Chain of subscriptions
  kind: Movement
  mrr_before: MRR before
  amount: Change
  mrr: MRR
  is_active: Customer
  year_before: A year before
  retained: Left of it
  since_a_year: Since then
  last_term: Last term that ended
money: [mrr_before, amount, mrr, year_before, retained]
*/
with held as (
    select m.chain_id, m.account_id, m.month, m.mrr,
        lag(m.mrr, 1, 0::numeric) over chain as mrr_before,
        lag(m.mrr, 12) over chain as year_before
    from mrr_month m
    window chain as (partition by m.chain_id order by m.month)
),
-- Of the terms that ended in the twelve months up to a month the newest, as in retention_period.
ended as (
    select distinct on (e.chain_id, e.month) e.chain_id, e.month, e.is_renewed
    from (
        select t.chain_id, (t.month + make_interval(months => g.later))::date as month, t.month as term_month, n.mrr > 0 as is_renewed
        from (
            select distinct d.chain_id, date_trunc('month', d.term_end_date::timestamp)::date as month
            from {core}.subscription_term d
        ) t
        join mrr_month n on n.chain_id = t.chain_id and n.month = (t.month + interval '1 month')::date
        cross join generate_series(0, 11) as g (later)
    ) e
    order by e.chain_id, e.month, e.term_month desc
)
select h.month, o.segment, to_char(c.cohort_month, 'YYYY-MM') as cohort,
    (extract(year from h.month) - extract(year from c.cohort_month))::int * 12
        + (extract(month from h.month) - extract(month from c.cohort_month))::int as age,
    to_char(h.month, 'YYYY-MM') as in_month, o.name as organization, h.chain_id as customer, v.kind,
    round(h.mrr_before, 2) as mrr_before, round(v.amount, 2) as amount, round(h.mrr, 2) as mrr, h.mrr > 0 as is_active,
    case when h.year_before > 0 then round(h.year_before, 2) end as year_before,
    case when h.year_before > 0 then round(least(h.year_before, h.mrr), 2) end as retained,
    case when h.year_before > 0 then case when h.mrr > 0 then 'stayed' else 'lost' end end as since_a_year,
    case when e.is_renewed then 'renewed' when not e.is_renewed then 'not renewed' end as last_term
from held h
left join {core}.subscription_chain c on c.chain_id = h.chain_id
left join {core}.organization o on o.account_id = h.account_id
left join mrr_movement v on v.chain_id = h.chain_id and v.month = h.month
left join ended e on e.chain_id = h.chain_id and e.month = h.month
where h.mrr <> 0 or h.mrr_before <> 0 or h.year_before > 0 or e.is_renewed is not null
order by h.month desc, abs(v.amount) desc nulls last, h.mrr desc, h.chain_id collate "C", v.kind
