/*
materialized: view
grain: what model markov gives a channel or the company on a day, and all of them and a campaign over all time, by kind of event, basis and nearness to the close; markov_sum as attribution_day and attribution_sum have it
columns:
  dimension: campaign, channel or total
  group_id: campaign id, channel, or total
  basis: calendar, each event at its own date; cohort, at the date of the touch that earned it
  is_all_time: whether it is the sum over all time
  day: the day; -infinity for all time
  event_type: lead, sao, won or new_customer
  is_by_median: whether it is won by touches at most the global median conversion time before the close
  within_days: the least of 30, 60, 90, 180 and 365 days before the close that holds the touches of won events; 0 where none does, and for others
  w_markov: sum of weights in model markov
  c_markov?: sum of credited values in model markov, of sao and won alone
  m_markov?: sum of credited values times margin in model markov, of won alone; a margin that is not known counts 0
*/
select s.dimension, s.group_id, b.basis, true as is_all_time, date '-infinity' as day, s.event_type, s.is_by_median, s.within_days,
    s.w_markov, s.c_markov, s.m_markov
from marts.markov_sum s
cross join (values ('calendar'), ('cohort')) as b (basis)
union all
select s.dimension, s.group_id, 'calendar', false, date '1970-01-01' + d.day, s.event_type, s.is_by_median, s.within_days,
    d.weight, d.credit, d.margin
from marts.markov_sum s
cross join lateral unnest(s.calendar_days, s.calendar_weights, s.calendar_credits, s.calendar_margins)
    as d (day, weight, credit, margin)
union all
select s.dimension, s.group_id, 'cohort', false, date '1970-01-01' + d.day, s.event_type, s.is_by_median, s.within_days,
    d.weight, d.credit, d.margin
from marts.markov_sum s
cross join lateral unnest(s.cohort_days, s.cohort_weights, s.cohort_credits, s.cohort_margins)
    as d (day, weight, credit, margin)
