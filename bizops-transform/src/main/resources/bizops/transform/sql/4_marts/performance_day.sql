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
with model as (
    select unnest(s.models) as model from staging.settings s
),
basis as (
    select b.basis from (values ('calendar'), ('cohort')) as b (basis)
),
campaign_day as (
    select c.campaign_id, c.channel, c.model, b.basis,
        case b.basis when 'calendar' then c.event_date else coalesce(c.touch_date, c.event_date) end as day,
        null::numeric as spend,
        sum(c.weight) filter (where c.event_type = 'lead') as leads,
        sum(c.weight) filter (where c.event_type = 'sao') as saos,
        sum(c.credit) filter (where c.event_type = 'sao') as sao_iacv,
        sum(c.weight) filter (where c.event_type = 'won') as won,
        sum(c.weight) filter (where c.event_type = 'new_customer') as new_customers,
        sum(c.credit) filter (where c.event_type = 'won') as won_iacv,
        sum(c.credit * c.margin) filter (where c.event_type = 'won') as won_margin,
        sum(c.credit) filter (where c.event_type = 'won' and c.days_before <= i.median_conversion_days) as iacv_at_median,
        sum(c.credit) filter (where c.event_type = 'won' and c.days_before <= 30) as iacv_within_30,
        sum(c.credit) filter (where c.event_type = 'won' and c.days_before <= 60) as iacv_within_60,
        sum(c.credit) filter (where c.event_type = 'won' and c.days_before <= 90) as iacv_within_90,
        sum(c.credit) filter (where c.event_type = 'won' and c.days_before <= 180) as iacv_within_180,
        sum(c.credit) filter (where c.event_type = 'won' and c.days_before <= 365) as iacv_within_365
    from marts.attribution_credit c
    cross join basis b
    cross join marts.build_info i
    group by 1, 2, 3, 4, 5
    union all
    select d.campaign_id, c.channel, m.model, b.basis, d.spend_date, sum(d.amount),
        null, null, null, null, null, null, null, null, null, null, null, null, null
    from core.spend_day d
    left join core.campaign c on c.campaign_id = d.campaign_id
    cross join model m
    cross join basis b
    group by 1, 2, 3, 4, 5
),
grouped as (
    select g.dimension, g.group_id, f.model, f.basis, f.day,
        sum(f.spend) as spend,
        coalesce(sum(f.leads), 0) as leads,
        coalesce(sum(f.saos), 0) as saos,
        coalesce(sum(f.sao_iacv), 0) as sao_iacv,
        coalesce(sum(f.won), 0) as won,
        coalesce(sum(f.new_customers), 0) as new_customers,
        coalesce(sum(f.won_iacv), 0) as won_iacv,
        coalesce(sum(f.won_margin), 0) as won_margin,
        coalesce(sum(f.iacv_at_median), 0) as iacv_at_median,
        coalesce(sum(f.iacv_within_30), 0) as iacv_within_30,
        coalesce(sum(f.iacv_within_60), 0) as iacv_within_60,
        coalesce(sum(f.iacv_within_90), 0) as iacv_within_90,
        coalesce(sum(f.iacv_within_180), 0) as iacv_within_180,
        coalesce(sum(f.iacv_within_365), 0) as iacv_within_365
    from campaign_day f
    cross join lateral (values ('campaign', f.campaign_id), ('channel', f.channel), ('total', 'total'))
        as g (dimension, group_id)
    where g.dimension = 'total' or f.channel is not null
    group by 1, 2, 3, 4, 5
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
