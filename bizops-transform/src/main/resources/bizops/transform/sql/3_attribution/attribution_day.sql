/*
grain: the additive facts of a channel or the company on a day, by kind of event, basis and nearness to the close; wide by model, but for markov
additive: {inputs: [marts.attribution_weight, core.spend_day], count: facts}
key: [dimension, group_id, basis, day, event_type, is_by_median, within_days]
references:
  "dimension, group_id": marts.performance_group.[dimension, group_id]
accepted:
  dimension: [channel, total]
  basis: [calendar, cohort]
  event_type: [lead, sao, won, new_customer, spend]
columns:
  dimension: channel or total; performance_fact has the campaigns, straight from the touches
  group_id: channel, or total
  basis: calendar, each event at its own date; cohort, at the date of the touch that earned it
  day: the day; of spend, its own
  event_type: lead, sao, won or new_customer; spend for the money of the day
  is_by_median: whether it is won by touches at most the global median conversion time before the close
  within_days: the least of 30, 60, 90, 180 and 365 days before the close that holds the touches of won events; 0 where none does, and for others
  facts: touches, events without any, or rows of spend that are added up
  spend?: known spend of the day, on rows of spend alone
  w_first?: sum of weights in model first; null on rows of spend
  w_last?: sum of weights in model last; null on rows of spend
  w_linear?: sum of weights in model linear; null on rows of spend
  w_u_shaped?: sum of weights in model u_shaped; null on rows of spend
  w_w_shaped?: sum of weights in model w_shaped; null on rows of spend
  w_full_path?: sum of weights in model full_path; null on rows of spend
  w_time_decay?: sum of weights in model time_decay; null on rows of spend
  w_shapley?: sum of weights in model shapley; null on rows of spend
  c_first?: sum of credited values in model first, of sao and won alone
  c_last?: sum of credited values in model last, of sao and won alone
  c_linear?: sum of credited values in model linear, of sao and won alone
  c_u_shaped?: sum of credited values in model u_shaped, of sao and won alone
  c_w_shaped?: sum of credited values in model w_shaped, of sao and won alone
  c_full_path?: sum of credited values in model full_path, of sao and won alone
  c_time_decay?: sum of credited values in model time_decay, of sao and won alone
  c_shapley?: sum of credited values in model shapley, of sao and won alone
  m_first?: sum of credited values times margin in model first, of won alone; a margin that is not known counts 0
  m_last?: sum of credited values times margin in model last, of won alone; a margin that is not known counts 0
  m_linear?: sum of credited values times margin in model linear, of won alone; a margin that is not known counts 0
  m_u_shaped?: sum of credited values times margin in model u_shaped, of won alone; a margin that is not known counts 0
  m_w_shaped?: sum of credited values times margin in model w_shaped, of won alone; a margin that is not known counts 0
  m_full_path?: sum of credited values times margin in model full_path, of won alone; a margin that is not known counts 0
  m_time_decay?: sum of credited values times margin in model time_decay, of won alone; a margin that is not known counts 0
  m_shapley?: sum of credited values times margin in model shapley, of won alone; a margin that is not known counts 0
*/
with channel_day as (
    select t.channel, t.event_type, case when grouping(t.event_date) = 0 then 'calendar' else 'cohort' end as basis,
        coalesce(t.event_date, t.earned_date) as day, false as is_by_median, 0 as within_days, count(*) as facts,
        null::numeric as spend,
        sum(t.w_first) as w_first, sum(t.w_last) as w_last,
        sum(t.w_linear) as w_linear, sum(t.w_u_shaped) as w_u_shaped,
        sum(t.w_w_shaped) as w_w_shaped, sum(t.w_full_path) as w_full_path,
        sum(t.w_time_decay) as w_time_decay, sum(t.w_shapley) as w_shapley,
        null::numeric as c_first, null::numeric as c_last,
        null::numeric as c_linear, null::numeric as c_u_shaped,
        null::numeric as c_w_shaped, null::numeric as c_full_path,
        null::numeric as c_time_decay, null::numeric as c_shapley,
        null::numeric as m_first, null::numeric as m_last,
        null::numeric as m_linear, null::numeric as m_u_shaped,
        null::numeric as m_w_shaped, null::numeric as m_full_path,
        null::numeric as m_time_decay, null::numeric as m_shapley
    from (select w.*, coalesce(w.touch_date, w.event_date) as earned_date from marts.attribution_weight w) t
    where t.event_type in ('lead', 'new_customer')
    group by grouping sets ((t.channel, t.event_type, t.event_date), (t.channel, t.event_type, t.earned_date))
    union all
    select t.channel, 'sao', case when grouping(t.event_date) = 0 then 'calendar' else 'cohort' end,
        coalesce(t.event_date, t.earned_date), false, 0, count(*), null,
        sum(t.w_first), sum(t.w_last), sum(t.w_linear), sum(t.w_u_shaped),
        sum(t.w_w_shaped), sum(t.w_full_path), sum(t.w_time_decay), sum(t.w_shapley),
        sum(t.c_first), sum(t.c_last), sum(t.c_linear), sum(t.c_u_shaped),
        sum(t.c_w_shaped), sum(t.c_full_path), sum(t.c_time_decay), sum(t.c_shapley),
        null, null, null, null, null, null, null, null
    from (select w.*, coalesce(w.touch_date, w.event_date) as earned_date from marts.attribution_weight w) t
    where t.event_type = 'sao'
    group by grouping sets ((t.channel, t.event_date), (t.channel, t.earned_date))
    union all
    select t.channel, 'won', case when grouping(t.event_date) = 0 then 'calendar' else 'cohort' end,
        coalesce(t.event_date, t.earned_date), t.is_by_median, t.within_days, count(*), null,
        sum(t.w_first), sum(t.w_last), sum(t.w_linear), sum(t.w_u_shaped),
        sum(t.w_w_shaped), sum(t.w_full_path), sum(t.w_time_decay), sum(t.w_shapley),
        sum(t.c_first), sum(t.c_last), sum(t.c_linear), sum(t.c_u_shaped),
        sum(t.c_w_shaped), sum(t.c_full_path), sum(t.c_time_decay), sum(t.c_shapley),
        sum(t.c_first * coalesce(t.margin, 0)), sum(t.c_last * coalesce(t.margin, 0)), sum(t.c_linear * coalesce(t.margin, 0)), sum(t.c_u_shaped * coalesce(t.margin, 0)),
        sum(t.c_w_shaped * coalesce(t.margin, 0)), sum(t.c_full_path * coalesce(t.margin, 0)), sum(t.c_time_decay * coalesce(t.margin, 0)), sum(t.c_shapley * coalesce(t.margin, 0))
    from (
        select w.*, coalesce(w.touch_date, w.event_date) as earned_date,
            coalesce(w.days_before <= i.median_conversion_days, false) as is_by_median,
            case
                when w.days_before <= 30 then 30
                when w.days_before <= 60 then 60
                when w.days_before <= 90 then 90
                when w.days_before <= 180 then 180
                when w.days_before <= 365 then 365
                else 0
            end as within_days
        from marts.attribution_weight w
        cross join marts.conversion_median i
    ) t
    where t.event_type = 'won'
    group by grouping sets (
        (t.channel, t.event_date, t.is_by_median, t.within_days),
        (t.channel, t.earned_date, t.is_by_median, t.within_days)
    )
    union all
    select d.channel, 'spend', b.basis, d.spend_date, false, 0, count(*), sum(d.amount),
        null, null, null, null, null, null, null, null,
        null, null, null, null, null, null, null, null,
        null, null, null, null, null, null, null, null
    from core.spend_day d
    cross join (values ('calendar'), ('cohort')) as b (basis)
    group by d.channel, b.basis, d.spend_date
)
select 'channel' as dimension, f.channel as group_id, f.basis, f.day, f.event_type, f.is_by_median, f.within_days, f.facts,
    f.spend,
    f.w_first, f.w_last, f.w_linear, f.w_u_shaped, f.w_w_shaped, f.w_full_path, f.w_time_decay, f.w_shapley,
    f.c_first, f.c_last, f.c_linear, f.c_u_shaped, f.c_w_shaped, f.c_full_path, f.c_time_decay, f.c_shapley,
    f.m_first, f.m_last, f.m_linear, f.m_u_shaped, f.m_w_shaped, f.m_full_path, f.m_time_decay, f.m_shapley
from channel_day f
where f.channel is not null
union all
select 'total', 'total', f.basis, f.day, f.event_type, f.is_by_median, f.within_days, sum(f.facts)::bigint, sum(f.spend),
    sum(f.w_first), sum(f.w_last), sum(f.w_linear), sum(f.w_u_shaped),
    sum(f.w_w_shaped), sum(f.w_full_path), sum(f.w_time_decay), sum(f.w_shapley),
    sum(f.c_first), sum(f.c_last), sum(f.c_linear), sum(f.c_u_shaped),
    sum(f.c_w_shaped), sum(f.c_full_path), sum(f.c_time_decay), sum(f.c_shapley),
    sum(f.m_first), sum(f.m_last), sum(f.m_linear), sum(f.m_u_shaped),
    sum(f.m_w_shaped), sum(f.m_full_path), sum(f.m_time_decay), sum(f.m_shapley)
from channel_day f
group by f.event_type, f.basis, f.day, f.is_by_median, f.within_days
