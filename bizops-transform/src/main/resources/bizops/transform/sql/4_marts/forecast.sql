/*
grain: a period that ends at as_of or later
key: [period_type, period_start]
references:
  "period_type, period_start": core.period.[period_type, period_start]
columns:
  period_type: month, quarter, year, fiscal_quarter or fiscal_year
  period_start: first day of the period
  period_end: last day of the period
  won_amount: amount won in it so far
  open_opportunities: open opportunities with a close date in it
  open_amount: their amount
  expected_amount: their amount x win rate of their stage
  forecast: won amount + expected amount
  by_stage_probability: open opportunities whose rate is the (stage's) probability, because too few were closed from that stage
  without_rate: open opportunities without any rate; they count 0
*/
with fact as (
    select c.close_date, coalesce(c.amount, 0) as won_amount, 0 as open_opportunities, 0::numeric as open_amount,
        0::numeric as expected_amount, 0 as by_stage_probability, 0 as without_rate
    from marts.closed_opportunity c
    where c.is_won
    union all
    select o.close_date, 0, 1, coalesce(o.amount, 0),
        coalesce(round(o.amount * coalesce(w.historic_win_rate, w.win_rate, p.probability), 6), 0),
        case when w.historic_win_rate is null then 1 else 0 end,
        case when coalesce(w.win_rate, p.probability) is null then 1 else 0 end
    from marts.open_opportunity o
    join core.opportunity p on p.opportunity_id = o.opportunity_id
    left join marts.stage_win_rate w on w.stage = o.stage
),
placed as (
    select d.period_type, d.period_start, sum(f.won_amount) as won_amount,
        sum(f.open_opportunities) as open_opportunities, sum(f.open_amount) as open_amount,
        sum(f.expected_amount) as expected_amount, sum(f.by_stage_probability) as by_stage_probability,
        sum(f.without_rate) as without_rate
    from fact f
    join core.day_period d on d.date_day = f.close_date
    where d.period_type <> 'all'
    group by d.period_type, d.period_start
)
select p.period_type, p.period_start, p.period_end,
    coalesce(x.won_amount, 0)::numeric(24, 6) as won_amount,
    coalesce(x.open_opportunities, 0)::bigint as open_opportunities,
    coalesce(x.open_amount, 0)::numeric(24, 6) as open_amount,
    coalesce(x.expected_amount, 0)::numeric(24, 6) as expected_amount,
    coalesce(x.won_amount + x.expected_amount, 0)::numeric(24, 6) as forecast,
    coalesce(x.by_stage_probability, 0)::bigint as by_stage_probability,
    coalesce(x.without_rate, 0)::bigint as without_rate
from core.period p
cross join staging.settings s
left join placed x on x.period_type = p.period_type and x.period_start = p.period_start
where p.period_type not in ('day', 'week')
    and p.period_end >= s.as_of
    and (p.period_start <= s.as_of or x.open_opportunities > 0)
