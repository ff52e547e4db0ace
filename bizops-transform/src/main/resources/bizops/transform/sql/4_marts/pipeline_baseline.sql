/*
grain: a period and an opportunity that was expected to close in it, at the period's start or at its own creation
key: [period_type, period_start, opportunity_id]
narrow:
  inputs: {core.opportunity_change: [opportunity_id]}
  rows: [opportunity_id]
  dirty: select distinct c.opportunity_id from core_change.opportunity_change c
references:
  "period_type, period_start": core.period.[period_type, period_start]
  opportunity_id: core.opportunity.opportunity_id
columns:
  period_type: week, month, quarter, year, fiscal_quarter or fiscal_year
  period_start: first day of the period
  opportunity_id: Salesforce's Opportunity.Id
  amount?: amount in the reporting currency at the period's start or at creation
  close_date: close date of then
  is_partial: whether the period ends behind as_of
  is_slipped?: whether it is still open at the end of the period; null while the period lasts
*/
with first_row as (
    select c.opportunity_id, min(c.valid_from) as valid_from
    from core.opportunity_change c
    group by c.opportunity_id
),
expected as (
    select p.period_type, p.period_start, c.opportunity_id, c.amount, c.close_date
    from core.opportunity_change c
    join core.day_period p on p.date_day = c.close_date
    join first_row f on f.opportunity_id = c.opportunity_id
    left join core.day_period b on b.date_day = c.from_day and b.period_type = p.period_type
    where c.is_open
        and p.period_type not in ('day', 'all')
        and (
            (c.from_day < p.period_start and c.to_day >= p.period_start)
            or (c.valid_from = f.valid_from and b.period_start = p.period_start)
        )
)
select x.period_type, x.period_start, x.opportunity_id, x.amount, x.close_date, p.is_partial,
    case when not p.is_partial then h.opportunity_id is not null end as is_slipped
from expected x
join core.period p on p.period_type = x.period_type and p.period_start = x.period_start
cross join staging.settings s
left join core.opportunity_change h
    on h.opportunity_id = x.opportunity_id
    and h.is_open and h.from_day <= p.period_end and p.period_end < h.to_day
where p.period_start <= s.as_of
