/*
grain: what was won at close date in a period, by type
columns:
  period_type: day, week, month, quarter, year, fiscal_quarter, fiscal_year or all
  period_start?: first day of the period; null for all
  booking_type: new, add_on, renewal or other
  type?: Opportunity.Type
  won: opportunities won
  iacv: their IACV
  acv: their ACV
  renewal_acv: renewed part of their ACV
  amount: their amount
*/
with placed as (
    select c.*, p.period_type, p.period_start
    from marts.closed_opportunity c
    join core.day_period p on p.date_day = c.close_date
    where c.is_won
)
select p.period_type, p.period_start, p.booking_type, p.type,
    count(*) as won,
    sum(p.iacv) as iacv,
    coalesce(sum(p.acv), 0) as acv,
    coalesce(sum(p.renewal_acv), 0) as renewal_acv,
    coalesce(sum(p.amount), 0) as amount
from placed p
group by p.period_type, p.period_start, p.booking_type, p.type
