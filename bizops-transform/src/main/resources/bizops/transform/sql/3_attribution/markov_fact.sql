/*
grain: what model markov gives a channel or the company on a day, and all of them and a campaign over all time, by kind of event, basis and nearness to the close; apart from attribution_day and attribution_sum, for a single path more moves all of it
key: [dimension, group_id, basis, day, event_type, is_by_median, within_days]
references:
  "dimension, group_id": marts.performance_group.[dimension, group_id]
accepted:
  dimension: [campaign, channel, total]
  basis: [calendar, cohort]
  event_type: [lead, sao, won, new_customer]
columns:
  dimension: campaign, channel or total
  group_id: campaign id, channel, or total
  basis: calendar, each event at its own date; cohort, at the date of the touch that earned it
  day: the day; -infinity for all time
  event_type: lead, sao, won or new_customer
  is_by_median: whether it is won by touches at most the global median conversion time before the close
  within_days: the least of 30, 60, 90, 180 and 365 days before the close that holds the touches of won events; 0 where none does, and for others
  w_markov: sum of weights in model markov
  c_markov?: sum of credited values in model markov, of sao and won alone
  m_markov?: sum of credited values times margin in model markov, of won alone; a margin that is not known counts 0
*/
with touched as (
    select t.campaign_id, t.channel, t.event_type, t.event_date, coalesce(t.touch_date, t.event_date) as earned_date,
        t.event_type = 'won' and coalesce(t.days_before <= i.median_conversion_days, false) as is_by_median,
        case
            when t.event_type <> 'won' then 0
            when t.days_before <= 30 then 30
            when t.days_before <= 60 then 60
            when t.days_before <= 90 then 90
            when t.days_before <= 180 then 180
            when t.days_before <= 365 then 365
            else 0
        end as within_days,
        t.w_markov,
        case when t.event_type in ('sao', 'won') then t.c_markov end as c_markov,
        case when t.event_type = 'won' then t.c_markov * coalesce(t.margin, 0) end as m_markov
    from marts.attribution_touch t
    cross join marts.conversion_median i
),
fact as (
    select t.campaign_id, t.channel, t.event_type, t.is_by_median, t.within_days,
        case when grouping(t.event_date) = 0 then 'calendar' else 'cohort' end as basis,
        coalesce(t.event_date, t.earned_date) as day,
        sum(t.w_markov) as w_markov, sum(t.c_markov) as c_markov, sum(t.m_markov) as m_markov
    from touched t
    group by grouping sets (
        (t.event_type, t.is_by_median, t.within_days, t.campaign_id),
        (t.event_type, t.is_by_median, t.within_days, t.channel, t.event_date),
        (t.event_type, t.is_by_median, t.within_days, t.channel, t.earned_date)
    )
)
select 'channel' as dimension, f.channel as group_id, f.basis, f.day, f.event_type, f.is_by_median, f.within_days,
    f.w_markov, f.c_markov, f.m_markov
from fact f
where f.campaign_id is null
union all
select case when grouping(f.channel) = 0 then 'channel' else 'total' end, coalesce(f.channel, 'total'), f.basis,
    coalesce(f.day, '-infinity'), f.event_type, f.is_by_median, f.within_days,
    sum(f.w_markov), sum(f.c_markov), sum(f.m_markov)
from fact f
where f.campaign_id is null
group by grouping sets (
    (f.basis, f.event_type, f.is_by_median, f.within_days, f.day),
    (f.basis, f.event_type, f.is_by_median, f.within_days, f.channel),
    (f.basis, f.event_type, f.is_by_median, f.within_days)
)
union all
select 'campaign', f.campaign_id, b.basis, '-infinity', f.event_type, f.is_by_median, f.within_days,
    f.w_markov, f.c_markov, f.m_markov
from fact f
cross join (values ('calendar'), ('cohort')) as b (basis)
where f.campaign_id is not null
