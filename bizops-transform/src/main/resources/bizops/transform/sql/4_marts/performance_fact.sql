/*
materialized: view
grain: a row of attribution_day, attribution_sum or markov_fact, or what a campaign got or spent on a day, and a model; facts by name, to be added up
columns:
  dimension: campaign, channel or total
  group_id: campaign id, channel, or total
  model: attribution model
  basis: calendar, each measure at its own date; cohort, at the date of the touch that earned it
  is_all_time: whether the facts are those of all time
  day?: the day; null for all time
  spend?: known spend
  leads?: lead credits
  saos?: credits of sales accepted opportunities
  sao_iacv?: their IACV credits
  won?: credits of won opportunities
  new_customers?: new-customer credits
  won_iacv?: won-IACV credits
  won_margin?: won-IACV credits times margin
  iacv_at_median?: won-IACV credits of touches at most the global median conversion time before the close
  iacv_within_30?: won-IACV credits of touches at most 30 days before the close
  iacv_within_60?: won-IACV credits of touches at most 60 days before the close
  iacv_within_90?: won-IACV credits of touches at most 90 days before the close
  iacv_within_180?: won-IACV credits of touches at most 180 days before the close
  iacv_within_365?: won-IACV credits of touches at most 365 days before the close
*/
with fact as (
    select s.dimension, s.group_id, s.basis, true as is_all_time, null::date as day, s.event_type, s.is_by_median,
        case when s.within_days > 0 then s.within_days end as within_days,
        case when s.event_type <> 'spend' then false end as is_markov, null::numeric as margin, s.spend,
        s.w_first, s.w_last, s.w_linear, s.w_u_shaped, s.w_w_shaped, s.w_full_path, s.w_time_decay,
        null::numeric as w_markov, s.w_shapley,
        s.c_first, s.c_last, s.c_linear, s.c_u_shaped, s.c_w_shaped, s.c_full_path, s.c_time_decay,
        null::numeric as c_markov, s.c_shapley,
        s.m_first, s.m_last, s.m_linear, s.m_u_shaped, s.m_w_shaped, s.m_full_path, s.m_time_decay,
        null::numeric as m_markov, s.m_shapley
    from marts.attribution_sum s
    union all
    select d.dimension, d.group_id, d.basis, false, d.day, d.event_type, d.is_by_median,
        case when d.within_days > 0 then d.within_days end,
        case when d.event_type <> 'spend' then false end, null, d.spend,
        d.w_first, d.w_last, d.w_linear, d.w_u_shaped, d.w_w_shaped, d.w_full_path, d.w_time_decay, null, d.w_shapley,
        d.c_first, d.c_last, d.c_linear, d.c_u_shaped, d.c_w_shaped, d.c_full_path, d.c_time_decay, null, d.c_shapley,
        d.m_first, d.m_last, d.m_linear, d.m_u_shaped, d.m_w_shaped, d.m_full_path, d.m_time_decay, null, d.m_shapley
    from marts.attribution_day d
    union all
    select k.dimension, k.group_id, k.basis, k.day = '-infinity', nullif(k.day, '-infinity'), k.event_type, k.is_by_median,
        case when k.within_days > 0 then k.within_days end,
        true, null, null,
        null, null, null, null, null, null, null, k.w_markov, null,
        null, null, null, null, null, null, null, k.c_markov, null,
        null, null, null, null, null, null, null, k.m_markov, null
    from marts.markov_fact k
    union all
    select 'campaign', t.campaign_id, 'calendar', false, t.event_date, t.event_type,
        t.event_type = 'won' and t.days_before <= i.median_conversion_days,
        case when t.event_type = 'won' then t.days_before end,
        null, t.margin, null,
        t.w_first, t.w_last, t.w_linear, t.w_u_shaped, t.w_w_shaped, t.w_full_path, t.w_time_decay, t.w_markov, t.w_shapley,
        t.c_first, t.c_last, t.c_linear, t.c_u_shaped, t.c_w_shaped, t.c_full_path, t.c_time_decay, t.c_markov, t.c_shapley,
        null, null, null, null, null, null, null, null, null
    from marts.attribution_touch t
    cross join marts.build_info i
    union all
    select 'campaign', t.campaign_id, 'cohort', false, coalesce(t.touch_date, t.event_date), t.event_type,
        t.event_type = 'won' and t.days_before <= i.median_conversion_days,
        case when t.event_type = 'won' then t.days_before end,
        null, t.margin, null,
        t.w_first, t.w_last, t.w_linear, t.w_u_shaped, t.w_w_shaped, t.w_full_path, t.w_time_decay, t.w_markov, t.w_shapley,
        t.c_first, t.c_last, t.c_linear, t.c_u_shaped, t.c_w_shaped, t.c_full_path, t.c_time_decay, t.c_markov, t.c_shapley,
        null, null, null, null, null, null, null, null, null
    from marts.attribution_touch t
    cross join marts.build_info i
    union all
    select 'campaign', d.campaign_id, b.basis, false, d.spend_date, 'spend', false, null, null, null, d.amount,
        null, null, null, null, null, null, null, null, null,
        null, null, null, null, null, null, null, null, null,
        null, null, null, null, null, null, null, null, null
    from core.spend_day d
    cross join (values ('calendar'), ('cohort')) as b (basis)
)
-- Touches and spend bear on every model, a row of sums on markov alone or on all others.
select d.dimension, d.group_id, m.model, d.basis, d.is_all_time, d.day, d.spend,
    case when d.event_type = 'lead' then m.weight end as leads,
    case when d.event_type = 'sao' then m.weight end as saos,
    case when d.event_type = 'sao' then m.credit end as sao_iacv,
    case when d.event_type = 'won' then m.weight end as won,
    case when d.event_type = 'new_customer' then m.weight end as new_customers,
    case when d.event_type = 'won' then m.credit end as won_iacv,
    case when d.event_type = 'won' then coalesce(m.margin, m.credit * d.margin) end as won_margin,
    case when d.is_by_median then m.credit end as iacv_at_median,
    case when d.within_days <= 30 then m.credit end as iacv_within_30,
    case when d.within_days <= 60 then m.credit end as iacv_within_60,
    case when d.within_days <= 90 then m.credit end as iacv_within_90,
    case when d.within_days <= 180 then m.credit end as iacv_within_180,
    case when d.within_days <= 365 then m.credit end as iacv_within_365
from fact d
cross join staging.settings s
cross join lateral (values
    ('first', d.w_first, d.c_first, d.m_first),
    ('last', d.w_last, d.c_last, d.m_last),
    ('linear', d.w_linear, d.c_linear, d.m_linear),
    ('u_shaped', d.w_u_shaped, d.c_u_shaped, d.m_u_shaped),
    ('w_shaped', d.w_w_shaped, d.c_w_shaped, d.m_w_shaped),
    ('full_path', d.w_full_path, d.c_full_path, d.m_full_path),
    ('time_decay', d.w_time_decay, d.c_time_decay, d.m_time_decay),
    ('markov', d.w_markov, d.c_markov, d.m_markov),
    ('shapley', d.w_shapley, d.c_shapley, d.m_shapley)
) as m (model, weight, credit, margin)
where m.model = any (s.models) and (d.is_markov is null or d.is_markov = (m.model = 'markov'))
