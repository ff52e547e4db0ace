/*
grain: the additive facts of a group on a day, by model and basis
key: [dimension, group_id, model, basis, day]
references:
  "dimension, group_id": marts.performance_group.[dimension, group_id]
accepted:
  dimension: [campaign, channel, total]
  basis: [calendar, cohort]
columns:
  dimension: campaign, channel or total
  group_id: campaign id, channel, or total
  model: attribution model
  basis: calendar, each measure at its own date; cohort, at the date of the touch that earned it
  day: the day
  spend?: null where the group's spend is not known
  leads: lead credits
  saos: credits of sales accepted opportunities
  sao_iacv: their IACV credits
  won: credits of won opportunities
  new_customers: new-customer credits
  won_iacv: won-IACV credits
  won_margin?: won-IACV credits times margin; null where a margin is not known
  iacv_at_median: won-IACV credits of touches at most the global median conversion time before the close
  iacv_within_30: won-IACV credits of touches at most 30 days before the close
  iacv_within_60: won-IACV credits of touches at most 60 days before the close
  iacv_within_90: won-IACV credits of touches at most 90 days before the close
  iacv_within_180: won-IACV credits of touches at most 180 days before the close
  iacv_within_365: won-IACV credits of touches at most 365 days before the close
*/
with basis as (
    select b.basis from (values ('calendar'), ('cohort')) as b (basis)
),
touch_day as (
    select t.campaign_id, t.event_type, b.basis,
        case b.basis when 'calendar' then t.event_date else coalesce(t.touch_date, t.event_date) end as day,
        case when t.event_type = 'won' then t.days_before <= i.median_conversion_days end as is_by_median,
        case
            when t.event_type <> 'won' or t.days_before > 365 then null
            when t.days_before <= 30 then 30
            when t.days_before <= 60 then 60
            when t.days_before <= 90 then 90
            when t.days_before <= 180 then 180
            when t.days_before <= 365 then 365
        end as within_days,
        sum(t.w_first) as w_first, sum(t.c_first) as c_first, sum(t.c_first * t.margin) as m_first,
        sum(t.w_last) as w_last, sum(t.c_last) as c_last, sum(t.c_last * t.margin) as m_last,
        sum(t.w_linear) as w_linear, sum(t.c_linear) as c_linear, sum(t.c_linear * t.margin) as m_linear,
        sum(t.w_u_shaped) as w_u_shaped, sum(t.c_u_shaped) as c_u_shaped, sum(t.c_u_shaped * t.margin) as m_u_shaped,
        sum(t.w_w_shaped) as w_w_shaped, sum(t.c_w_shaped) as c_w_shaped, sum(t.c_w_shaped * t.margin) as m_w_shaped,
        sum(t.w_full_path) as w_full_path, sum(t.c_full_path) as c_full_path, sum(t.c_full_path * t.margin) as m_full_path,
        sum(t.w_time_decay) as w_time_decay, sum(t.c_time_decay) as c_time_decay, sum(t.c_time_decay * t.margin) as m_time_decay,
        sum(t.w_markov) as w_markov, sum(t.c_markov) as c_markov, sum(t.c_markov * t.margin) as m_markov,
        sum(t.w_shapley) as w_shapley, sum(t.c_shapley) as c_shapley, sum(t.c_shapley * t.margin) as m_shapley
    from marts.attribution_touch t
    cross join basis b
    cross join marts.build_info i
    group by 1, 2, 3, 4, 5, 6
),
credit_day as (
    select f.campaign_id, f.event_type, f.basis, f.day, f.is_by_median, f.within_days, m.model, m.weight, m.credit, m.margin
    from touch_day f
    cross join lateral (values
        ('first', f.w_first, f.c_first, f.m_first),
        ('last', f.w_last, f.c_last, f.m_last),
        ('linear', f.w_linear, f.c_linear, f.m_linear),
        ('u_shaped', f.w_u_shaped, f.c_u_shaped, f.m_u_shaped),
        ('w_shaped', f.w_w_shaped, f.c_w_shaped, f.m_w_shaped),
        ('full_path', f.w_full_path, f.c_full_path, f.m_full_path),
        ('time_decay', f.w_time_decay, f.c_time_decay, f.m_time_decay),
        ('markov', f.w_markov, f.c_markov, f.m_markov),
        ('shapley', f.w_shapley, f.c_shapley, f.m_shapley)
    ) as m (model, weight, credit, margin)
    cross join staging.settings s
    where m.model = any (s.models)
    union all
    select d.campaign_id, 'spend', b.basis, d.spend_date, null, null, m.model, d.amount, null, null
    from core.spend_day d
    cross join basis b
    cross join (select unnest(s.models) as model from staging.settings s) m
),
campaign_day as (
    select c.campaign_id, c.model, c.basis, c.day,
        sum(c.weight) filter (where c.event_type = 'spend') as spend,
        coalesce(sum(c.weight) filter (where c.event_type = 'lead'), 0) as leads,
        coalesce(sum(c.weight) filter (where c.event_type = 'sao'), 0) as saos,
        coalesce(sum(c.credit) filter (where c.event_type = 'sao'), 0) as sao_iacv,
        coalesce(sum(c.weight) filter (where c.event_type = 'won'), 0) as won,
        coalesce(sum(c.weight) filter (where c.event_type = 'new_customer'), 0) as new_customers,
        coalesce(sum(c.credit) filter (where c.event_type = 'won'), 0) as won_iacv,
        coalesce(sum(c.margin) filter (where c.event_type = 'won'), 0) as won_margin,
        coalesce(sum(c.credit) filter (where c.is_by_median), 0) as iacv_at_median,
        coalesce(sum(c.credit) filter (where c.within_days <= 30), 0) as iacv_within_30,
        coalesce(sum(c.credit) filter (where c.within_days <= 60), 0) as iacv_within_60,
        coalesce(sum(c.credit) filter (where c.within_days <= 90), 0) as iacv_within_90,
        coalesce(sum(c.credit) filter (where c.within_days <= 180), 0) as iacv_within_180,
        coalesce(sum(c.credit) filter (where c.within_days <= 365), 0) as iacv_within_365
    from credit_day c
    group by c.campaign_id, c.model, c.basis, c.day
),
channel_day as (
    select case when f.campaign_id = '(unattributed)' then f.campaign_id else c.channel end as channel,
        f.model, f.basis, f.day,
        sum(f.spend) as spend, sum(f.leads) as leads, sum(f.saos) as saos, sum(f.sao_iacv) as sao_iacv,
        sum(f.won) as won, sum(f.new_customers) as new_customers, sum(f.won_iacv) as won_iacv,
        sum(f.won_margin) as won_margin, sum(f.iacv_at_median) as iacv_at_median,
        sum(f.iacv_within_30) as iacv_within_30, sum(f.iacv_within_60) as iacv_within_60,
        sum(f.iacv_within_90) as iacv_within_90, sum(f.iacv_within_180) as iacv_within_180,
        sum(f.iacv_within_365) as iacv_within_365
    from campaign_day f
    left join core.campaign c on c.campaign_id = f.campaign_id
    group by 1, f.model, f.basis, f.day
),
grouped as (
    select 'campaign' as dimension, f.campaign_id as group_id, f.model, f.basis, f.day,
        f.spend, f.leads, f.saos, f.sao_iacv, f.won, f.new_customers, f.won_iacv, f.won_margin,
        f.iacv_at_median, f.iacv_within_30, f.iacv_within_60, f.iacv_within_90, f.iacv_within_180, f.iacv_within_365
    from campaign_day f
    union all
    select 'channel', f.channel, f.model, f.basis, f.day,
        f.spend, f.leads, f.saos, f.sao_iacv, f.won, f.new_customers, f.won_iacv, f.won_margin,
        f.iacv_at_median, f.iacv_within_30, f.iacv_within_60, f.iacv_within_90, f.iacv_within_180, f.iacv_within_365
    from channel_day f
    union all
    select 'total', 'total', f.model, f.basis, f.day,
        sum(f.spend) as spend, sum(f.leads) as leads, sum(f.saos) as saos, sum(f.sao_iacv) as sao_iacv,
        sum(f.won) as won, sum(f.new_customers) as new_customers, sum(f.won_iacv) as won_iacv,
        sum(f.won_margin) as won_margin, sum(f.iacv_at_median) as iacv_at_median,
        sum(f.iacv_within_30) as iacv_within_30, sum(f.iacv_within_60) as iacv_within_60,
        sum(f.iacv_within_90) as iacv_within_90, sum(f.iacv_within_180) as iacv_within_180,
        sum(f.iacv_within_365) as iacv_within_365
    from channel_day f
    group by f.model, f.basis, f.day
)
select f.dimension, f.group_id, f.model, f.basis, f.day,
    case when g.is_spend_known then coalesce(f.spend, 0) end as spend,
    f.leads, f.saos, f.sao_iacv, f.won, f.new_customers, f.won_iacv,
    case when s.gross_margin is not null then f.won_margin end as won_margin,
    f.iacv_at_median,
    f.iacv_within_30, f.iacv_within_60, f.iacv_within_90, f.iacv_within_180, f.iacv_within_365
from grouped f
join marts.performance_group g on g.dimension = f.dimension and g.group_id = f.group_id
cross join staging.settings s
