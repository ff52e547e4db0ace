/*
materialized: view
grain: a period, what was expected to close in it, and what of it did not
columns:
  period_type: week, month, quarter, year, fiscal_quarter or fiscal_year
  period_start: first day of the period
  is_partial: whether the period ends behind as_of; nothing has slipped yet
  baseline: opportunities whose close date lay in the period at its start, or at creation when created in it
  baseline_amount: their amount of then
  slipped?: those still open at the end of the period
  slipped_amount?: their baseline amount
  slipped_rate?: slipped / baseline
  slipped_rate_amount?: slipped amount / baseline amount
*/
select x.period_type, x.period_start, x.is_partial, x.baseline, x.baseline_amount, x.slipped, x.slipped_amount,
    x.slipped::numeric / nullif(x.baseline, 0) as slipped_rate,
    x.slipped_amount / nullif(x.baseline_amount, 0) as slipped_rate_amount
from (
    select b.period_type, b.period_start, b.is_partial,
        count(*) as baseline,
        coalesce(sum(b.amount), 0) as baseline_amount,
        case when not b.is_partial then count(*) filter (where b.is_slipped) end as slipped,
        case when not b.is_partial then coalesce(sum(b.amount) filter (where b.is_slipped), 0) end as slipped_amount
    from marts.pipeline_baseline b
    group by b.period_type, b.period_start, b.is_partial
) x
