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
-- A row of sums, touches or spend, with the models' weights, credits and margins side by side. Model markov comes apart from
-- the others: what its touches are worth is made when asked for, and nobody who asks for another model shall wait for it.
with fact as (
    select s.dimension, s.group_id, s.basis, true as is_all_time, null::date as day, s.event_type, s.is_by_median,
        case when s.within_days > 0 then s.within_days end as within_days, null::numeric as margin, s.spend,
        s.w_first, s.w_last, s.w_linear, s.w_u_shaped, s.w_w_shaped, s.w_full_path, s.w_time_decay, s.w_shapley,
        s.c_first, s.c_last, s.c_linear, s.c_u_shaped, s.c_w_shaped, s.c_full_path, s.c_time_decay, s.c_shapley,
        s.m_first, s.m_last, s.m_linear, s.m_u_shaped, s.m_w_shaped, s.m_full_path, s.m_time_decay, s.m_shapley
    from marts.attribution_sum s
    union all
    select d.dimension, d.group_id, d.basis, false, d.day, d.event_type, d.is_by_median,
        case when d.within_days > 0 then d.within_days end, null, d.spend,
        d.w_first, d.w_last, d.w_linear, d.w_u_shaped, d.w_w_shaped, d.w_full_path, d.w_time_decay, d.w_shapley,
        d.c_first, d.c_last, d.c_linear, d.c_u_shaped, d.c_w_shaped, d.c_full_path, d.c_time_decay, d.c_shapley,
        d.m_first, d.m_last, d.m_linear, d.m_u_shaped, d.m_w_shaped, d.m_full_path, d.m_time_decay, d.m_shapley
    from marts.attribution_day d
    union all
    select 'campaign', t.campaign_id, b.basis, false,
        case b.basis when 'calendar' then t.event_date else coalesce(t.touch_date, t.event_date) end, t.event_type,
        t.event_type = 'won' and t.days_before <= i.median_conversion_days,
        case when t.event_type = 'won' then t.days_before end, t.margin, null,
        t.w_first, t.w_last, t.w_linear, t.w_u_shaped, t.w_w_shaped, t.w_full_path, t.w_time_decay, t.w_shapley,
        t.c_first, t.c_last, t.c_linear, t.c_u_shaped, t.c_w_shaped, t.c_full_path, t.c_time_decay, t.c_shapley,
        null, null, null, null, null, null, null, null
    from marts.attribution_weight t
    cross join marts.build_info i
    cross join (values ('calendar'), ('cohort')) as b (basis)
    union all
    select 'campaign', d.campaign_id, b.basis, false, d.spend_date, 'spend', false, null, null, d.amount,
        null, null, null, null, null, null, null, null,
        null, null, null, null, null, null, null, null,
        null, null, null, null, null, null, null, null
    from core.spend_day d
    cross join (values ('calendar'), ('cohort')) as b (basis)
),
markov as (
    select k.dimension, k.group_id, k.basis, k.is_all_time, case when not k.is_all_time then k.day end as day,
        k.event_type, k.is_by_median, case when k.within_days > 0 then k.within_days end as within_days,
        null::numeric as spend, k.w_markov as weight, k.c_markov as credit, k.m_markov as margin
    from marts.markov_fact k
    union all
    select 'campaign', t.campaign_id, b.basis, false,
        case b.basis when 'calendar' then t.event_date else coalesce(t.touch_date, t.event_date) end, t.event_type,
        t.event_type = 'won' and t.days_before <= i.median_conversion_days,
        case when t.event_type = 'won' then t.days_before end, null, t.w_markov, t.c_markov, t.c_markov * t.margin
    from marts.attribution_touch t
    cross join marts.build_info i
    cross join (values ('calendar'), ('cohort')) as b (basis)
    union all
    select s.dimension, s.group_id, s.basis, true, null, 'spend', false, null, s.spend, null, null, null
    from marts.attribution_sum s
    where s.event_type = 'spend'
    union all
    select d.dimension, d.group_id, d.basis, false, d.day, 'spend', false, null, d.spend, null, null, null
    from marts.attribution_day d
    where d.event_type = 'spend'
    union all
    select 'campaign', d.campaign_id, b.basis, false, d.spend_date, 'spend', false, null, d.amount, null, null, null
    from core.spend_day d
    cross join (values ('calendar'), ('cohort')) as b (basis)
),
modelled as (
    select d.dimension, d.group_id, m.model, d.basis, d.is_all_time, d.day, d.event_type, d.is_by_median, d.within_days,
        d.spend, m.weight, m.credit, coalesce(m.margin, m.credit * d.margin) as margin
    from fact d
    cross join lateral (values
        ('first', d.w_first, d.c_first, d.m_first),
        ('last', d.w_last, d.c_last, d.m_last),
        ('linear', d.w_linear, d.c_linear, d.m_linear),
        ('u_shaped', d.w_u_shaped, d.c_u_shaped, d.m_u_shaped),
        ('w_shaped', d.w_w_shaped, d.c_w_shaped, d.m_w_shaped),
        ('full_path', d.w_full_path, d.c_full_path, d.m_full_path),
        ('time_decay', d.w_time_decay, d.c_time_decay, d.m_time_decay),
        ('shapley', d.w_shapley, d.c_shapley, d.m_shapley)
    ) as m (model, weight, credit, margin)
    union all
    select k.dimension, k.group_id, 'markov', k.basis, k.is_all_time, k.day, k.event_type, k.is_by_median, k.within_days,
        k.spend, k.weight, k.credit, k.margin
    from markov k
)
select x.dimension, x.group_id, x.model, x.basis, x.is_all_time, x.day, x.spend,
    case when x.event_type = 'lead' then x.weight end as leads,
    case when x.event_type = 'sao' then x.weight end as saos,
    case when x.event_type = 'sao' then x.credit end as sao_iacv,
    case when x.event_type = 'won' then x.weight end as won,
    case when x.event_type = 'new_customer' then x.weight end as new_customers,
    case when x.event_type = 'won' then x.credit end as won_iacv,
    case when x.event_type = 'won' then x.margin end as won_margin,
    case when x.is_by_median then x.credit end as iacv_at_median,
    case when x.within_days <= 30 then x.credit end as iacv_within_30,
    case when x.within_days <= 60 then x.credit end as iacv_within_60,
    case when x.within_days <= 90 then x.credit end as iacv_within_90,
    case when x.within_days <= 180 then x.credit end as iacv_within_180,
    case when x.within_days <= 365 then x.credit end as iacv_within_365
from modelled x
cross join staging.settings s
where x.model = any (s.models)
