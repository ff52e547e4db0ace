/*
grain: a period and a basis
columns:
  period_type: day, week, month, quarter, year, fiscal_quarter, fiscal_year or all
  period_start?: first day of the period; null for all
  basis: calendar, by close date; cohort, by created date
  won: opportunities won
  lost: opportunities lost
  win_rate?: won / (won + lost)
  won_amount: amount won
  lost_amount: amount lost
  win_rate_amount?: won amount / (won amount + lost amount)
  average_won_amount?: won amount / opportunities won with an amount
  mean_sales_cycle_days?: mean of close date minus created date of won ones, negative ones left out
  median_sales_cycle_days?: their median
  negative_days: won ones whose close date lies before their created date
*/
with dated as (
    select c.*, b.basis, b.day
    from marts.closed_opportunity c
    cross join lateral (values ('calendar', c.close_date), ('cohort', c.created_date)) as b (basis, day)
),
placed as (
    select d.*, p.period_type, p.period_start
    from dated d
    join core.day_period p on p.date_day = d.day
),
summed as (
    select p.period_type, p.period_start, p.basis,
        count(*) filter (where p.is_won) as won,
        count(*) filter (where not p.is_won) as lost,
        coalesce(sum(p.amount) filter (where p.is_won), 0) as won_amount,
        coalesce(sum(p.amount) filter (where not p.is_won), 0) as lost_amount,
        count(p.amount) filter (where p.is_won) as won_with_amount,
        avg(p.cycle_days) filter (where p.is_won and p.cycle_days >= 0) as mean_days,
        percentile_cont(0.5) within group (order by case when p.is_won and p.cycle_days >= 0 then p.cycle_days end)
            as median_days,
        count(*) filter (where p.is_won and p.cycle_days < 0) as negative_days
    from placed p
    group by p.period_start, p.period_type, p.basis
)
select x.period_type, x.period_start, x.basis, x.won, x.lost,
    x.won::numeric / nullif(x.won + x.lost, 0) as win_rate,
    x.won_amount, x.lost_amount,
    x.won_amount / nullif(x.won_amount + x.lost_amount, 0) as win_rate_amount,
    x.won_amount / nullif(x.won_with_amount, 0) as average_won_amount,
    round(x.mean_days, 6)::numeric(24, 6) as mean_sales_cycle_days,
    x.median_days::numeric(12, 1) as median_sales_cycle_days,
    x.negative_days
from summed x
