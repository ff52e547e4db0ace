/*
computed: markov_sum
grain: what model markov gives a campaign, a channel or the company over all time, by kind of event and nearness to the close; and a channel or the company day by day. Apart from attribution_day and attribution_sum, for a single path more moves all of it
key: [dimension, group_id, event_type, is_by_median, within_days]
references:
  "dimension, group_id": marts.performance_group.[dimension, group_id]
accepted:
  dimension: [campaign, channel, total]
  event_type: [lead, sao, won, new_customer]
columns:
  dimension: campaign, channel or total
  group_id: campaign id, channel, or total
  event_type: lead, sao, won or new_customer
  is_by_median: whether it is won by touches at most the global median conversion time before the close
  within_days: the least of 30, 60, 90, 180 and 365 days before the close that holds the touches of won events; 0 where none does, and for others
  linear_events?: of the company, events in which linear stands in for markov
  w_markov: sum of weights in model markov
  c_markov?: sum of credited values in model markov, of sao and won alone
  m_markov?: sum of credited values times margin in model markov, of won alone; a margin that is not known counts 0
  calendar_days?: of a channel or the company, the days that have such events, in days since 1970-01-01
  calendar_weights?: w_markov of each of these days
  calendar_credits?: c_markov of each of these days
  calendar_margins?: m_markov of each of these days
  cohort_days?: of a channel or the company, the days of the touches that have earned such events, in days since 1970-01-01
  cohort_weights?: w_markov of each of these days
  cohort_credits?: c_markov of each of these days
  cohort_margins?: m_markov of each of these days
*/
select h.channel, h.share, i.median_conversion_days, null::text as campaign_id, null::text as event_type,
    null::integer as event_day, null::bigint as n, null::numeric as value, null::numeric as margin, null as campaigns, null as days
from marts.markov_channel h
cross join marts.conversion_median i
union all
select c.channel, null, null, c.campaign_id, null, null, null, null, null, null, null
from core.campaign c
union all
select null, null, null, null, v.event_type, v.event_date - date '1970-01-01', v.n, v.value, v.margin,
    v.campaigns::text, v.days::text
from marts.markov_visit v
