/*
grain: the additive facts of a campaign, a channel or the company over all time, by kind of event, basis and nearness to the close; wide by model, but for markov
additive: {inputs: [marts.attribution_weight, marts.attribution_day, core.spend_day], count: facts}
key: [dimension, group_id, basis, event_type, is_by_median, within_days]
like: marts.attribution_day
without: [day]
columns:
  dimension: campaign, channel or total
  group_id: campaign id, channel, or total
*/
with campaign as (
    select t.campaign_id, t.event_type, false as is_by_median, 0 as within_days, count(*) as facts, null::numeric as spend,
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
    from marts.attribution_weight t
    where t.event_type in ('lead', 'new_customer')
    group by 1, 2
    union all
    select t.campaign_id, t.event_type,
        t.event_type = 'won' and coalesce(t.days_before <= i.median_conversion_days, false),
        case
            when t.event_type = 'sao' then 0
            when t.days_before <= 30 then 30
            when t.days_before <= 60 then 60
            when t.days_before <= 90 then 90
            when t.days_before <= 180 then 180
            when t.days_before <= 365 then 365
            else 0
        end,
        count(*), null,
        sum(t.w_first), sum(t.w_last), sum(t.w_linear), sum(t.w_u_shaped),
        sum(t.w_w_shaped), sum(t.w_full_path), sum(t.w_time_decay), sum(t.w_shapley),
        sum(t.c_first), sum(t.c_last), sum(t.c_linear), sum(t.c_u_shaped),
        sum(t.c_w_shaped), sum(t.c_full_path), sum(t.c_time_decay), sum(t.c_shapley),
        sum(t.c_first * coalesce(t.margin, 0)) filter (where t.event_type = 'won'), sum(t.c_last * coalesce(t.margin, 0)) filter (where t.event_type = 'won'),
        sum(t.c_linear * coalesce(t.margin, 0)) filter (where t.event_type = 'won'), sum(t.c_u_shaped * coalesce(t.margin, 0)) filter (where t.event_type = 'won'),
        sum(t.c_w_shaped * coalesce(t.margin, 0)) filter (where t.event_type = 'won'), sum(t.c_full_path * coalesce(t.margin, 0)) filter (where t.event_type = 'won'),
        sum(t.c_time_decay * coalesce(t.margin, 0)) filter (where t.event_type = 'won'), sum(t.c_shapley * coalesce(t.margin, 0)) filter (where t.event_type = 'won')
    from marts.attribution_weight t
    cross join marts.conversion_median i
    where t.event_type in ('sao', 'won')
    group by 1, 2, 3, 4
    union all
    select d.campaign_id, 'spend', false, 0, count(*), sum(d.amount),
        null, null, null, null, null, null, null, null,
        null, null, null, null, null, null, null, null,
        null, null, null, null, null, null, null, null
    from core.spend_day d
    where d.is_campaign_known
    group by d.campaign_id
)
select 'campaign' as dimension, c.campaign_id as group_id, b.basis, c.event_type, c.is_by_median, c.within_days, c.facts,
    c.spend,
    c.w_first, c.w_last, c.w_linear, c.w_u_shaped, c.w_w_shaped, c.w_full_path, c.w_time_decay, c.w_shapley,
    c.c_first, c.c_last, c.c_linear, c.c_u_shaped, c.c_w_shaped, c.c_full_path, c.c_time_decay, c.c_shapley,
    c.m_first, c.m_last, c.m_linear, c.m_u_shaped, c.m_w_shaped, c.m_full_path, c.m_time_decay, c.m_shapley
from campaign c
cross join (values ('calendar'), ('cohort')) as b (basis)
union all
select d.dimension, d.group_id, d.basis, d.event_type, d.is_by_median, d.within_days, sum(d.facts)::bigint, sum(d.spend),
    sum(d.w_first), sum(d.w_last), sum(d.w_linear), sum(d.w_u_shaped),
    sum(d.w_w_shaped), sum(d.w_full_path), sum(d.w_time_decay), sum(d.w_shapley),
    sum(d.c_first), sum(d.c_last), sum(d.c_linear), sum(d.c_u_shaped),
    sum(d.c_w_shaped), sum(d.c_full_path), sum(d.c_time_decay), sum(d.c_shapley),
    sum(d.m_first), sum(d.m_last), sum(d.m_linear), sum(d.m_u_shaped),
    sum(d.m_w_shaped), sum(d.m_full_path), sum(d.m_time_decay), sum(d.m_shapley)
from marts.attribution_day d
group by d.dimension, d.group_id, d.basis, d.event_type, d.is_by_median, d.within_days
