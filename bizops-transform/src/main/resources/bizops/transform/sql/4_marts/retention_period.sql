/*
grain: a month, a quarter, or the twelve months up to a month
key: [period_type, period_start]
accepted:
  period_type: [month, quarter, trailing_12_months]
columns:
  period_type: month, quarter or trailing_12_months
  period_start: first day of the period
  last_month: first day of its last month; of a quarter that is not over, as_of's month
  is_partial: whether as_of lies before the end of the period
  opening_mrr: recurring revenue at the end of the month before the period
  retained_mrr: of that, what is left at the end of the period, without expansion
  kept_mrr: recurring revenue at the end of the period of the chains that had some at its start
  gross_retention?: retained_mrr / opening_mrr
  net_retention?: kept_mrr / opening_mrr
  active_at_start: chains with recurring revenue at the start
  lost: of those, the ones without at the end
  logo_churn?: lost / active_at_start
  terms_ended: chains with a term that ended in the period, where the month after that term is known
  renewed: of those, the ones with recurring revenue in the month after
  renewal_rate?: renewed / terms_ended
*/
with lagged as (
    select m.chain_id, m.month, m.mrr, m.is_partial,
        lag(m.mrr, 1) over (partition by m.chain_id order by m.month) as mrr_1,
        lag(m.mrr, 2) over (partition by m.chain_id order by m.month) as mrr_2,
        lag(m.mrr, 3) over (partition by m.chain_id order by m.month) as mrr_3,
        lag(m.mrr, 12) over (partition by m.chain_id order by m.month) as mrr_12,
        m.month = date_trunc('month', s.as_of::timestamp)::date as is_last
    from marts.mrr_month m
    cross join staging.settings s
),
compared as (
    select 'month' as period_type, l.month as period_start, l.month, l.is_partial, l.mrr_1 as a, l.mrr as b
    from lagged l
    union all
    select 'quarter', date_trunc('quarter', l.month::timestamp)::date, l.month,
        l.is_partial or extract(month from l.month)::int % 3 <> 0,
        case extract(month from l.month)::int % 3 when 1 then l.mrr_1 when 2 then l.mrr_2 else l.mrr_3 end,
        l.mrr
    from lagged l
    where l.is_last or extract(month from l.month)::int % 3 = 0
    union all
    select 'trailing_12_months', (l.month - interval '11 months')::date, l.month, l.is_partial, l.mrr_12, l.mrr
    from lagged l
),
period as (
    select c.period_type, c.period_start, c.month as last_month, bool_or(c.is_partial) as is_partial,
        coalesce(sum(c.a) filter (where c.a > 0), 0) as opening_mrr,
        coalesce(sum(least(c.a, c.b)) filter (where c.a > 0), 0) as retained_mrr,
        coalesce(sum(c.b) filter (where c.a > 0), 0) as kept_mrr,
        count(*) filter (where c.a > 0) as active_at_start,
        count(*) filter (where c.a > 0 and c.b <= 0) as lost
    from compared c
    group by c.period_type, c.period_start, c.month
),
term as (
    select t.chain_id, t.month, n.mrr > 0 as is_renewed
    from (
        select distinct d.chain_id, date_trunc('month', d.term_end_date::timestamp)::date as month
        from core.subscription_term d
    ) t
    join marts.mrr_month n on n.chain_id = t.chain_id and n.month = (t.month + interval '1 month')::date
),
ended as (
    select distinct on (p.period_type, p.period_start, t.chain_id) p.period_type, p.period_start, t.is_renewed
    from term t
    cross join lateral (
        select 'month' as period_type, t.month as period_start
        union all
        select 'quarter', date_trunc('quarter', t.month::timestamp)::date
        union all
        select 'trailing_12_months', (t.month - make_interval(months => g.shift))::date
        from generate_series(0, 11) as g (shift)
    ) p
    order by p.period_type, p.period_start, t.chain_id, t.month desc
),
renewal as (
    select e.period_type, e.period_start, count(*) as terms_ended, count(*) filter (where e.is_renewed) as renewed
    from ended e
    group by e.period_type, e.period_start
)
select p.period_type, p.period_start, p.last_month, p.is_partial,
    p.opening_mrr::numeric(24, 6) as opening_mrr,
    p.retained_mrr::numeric(24, 6) as retained_mrr,
    p.kept_mrr::numeric(24, 6) as kept_mrr,
    p.retained_mrr / nullif(p.opening_mrr, 0) as gross_retention,
    p.kept_mrr / nullif(p.opening_mrr, 0) as net_retention,
    p.active_at_start, p.lost,
    p.lost::numeric / nullif(p.active_at_start, 0) as logo_churn,
    coalesce(r.terms_ended, 0) as terms_ended,
    coalesce(r.renewed, 0) as renewed,
    r.renewed::numeric / nullif(r.terms_ended, 0) as renewal_rate
from period p
left join renewal r on r.period_type = p.period_type and r.period_start = p.period_start
