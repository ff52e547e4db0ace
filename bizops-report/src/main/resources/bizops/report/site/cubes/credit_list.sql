/*
title: a touch and what a model credits it with, in the month of the event and, for the basis cohort, in that of the touch
dimensions: [month, model, basis, channel, campaign_id]
labels: {campaign_id: campaign_name, model: model_name, basis: basis_name}
every: [model, basis]
details: true
optional: true
columns:
  event_date: Day
  event: Event
  subject: Opportunity or person
  organization: Organization
  campaign: Campaign
  touch_date: Touch
  weight: Credit
  iacv: IACV
  closed_within: Closed within
  within_median: Within the median
money: [iacv]
*/
-- What all models agree on, as an event of a single touch, is one row for all of them.
with shared as (
    select c.*,
        min(c.weight) over one_touch = max(c.weight) over one_touch
            and min(c.credit) over one_touch = max(c.credit) over one_touch
            and count(*) over one_touch = cardinality(b.models) as is_every,
        c.model = b.models[1] as is_first, b.median_conversion_days
    from attribution_credit c
    cross join build_info b
    window one_touch as (partition by c.event_type, c.event_id, c.touch_id)
),
credited as (
    select s.*,
        date_trunc('month', s.event_date::timestamp)::date as calendar_month,
        date_trunc('month', coalesce(s.touch_date, s.event_date)::timestamp)::date as cohort_month
    from shared s
    where s.weight <> 0 and (s.is_first or not s.is_every)
)
select x.month, x.model, n.model_name, x.basis, initcap(x.basis) as basis_name,
    c.channel, c.campaign_id, coalesce(g.group_name, c.campaign_id) as campaign_name,
    c.event_date,
    case c.event_type when 'lead' then 'Lead' when 'sao' then 'SAO' when 'won' then 'Won' else 'New customer' end as event,
    coalesce(o.name, p.email, l.person_key, c.event_id) as subject, coalesce(a.name, l.company) as organization,
    coalesce(g.group_name, c.campaign_id) as campaign, c.touch_date,
    trim_scale(round(c.weight, 6)) as weight,
    case when c.event_type in ('sao', 'won') then round(c.credit, 2) end as iacv,
    case
        when c.event_type <> 'won' or c.days_before is null then null
        when c.days_before <= 30 then '30 days'
        when c.days_before <= 60 then '60 days'
        when c.days_before <= 90 then '90 days'
        when c.days_before <= 180 then '180 days'
        when c.days_before <= 365 then '365 days'
        else 'longer'
    end as closed_within,
    case when c.event_type = 'won' then coalesce(c.days_before <= c.median_conversion_days, false) end as within_median
from credited c
cross join lateral (
    select c.calendar_month as month, case when c.is_every then null else c.model end as model,
        case when c.calendar_month = c.cohort_month then null else 'calendar' end as basis
    union all
    select c.cohort_month, case when c.is_every then null else c.model end, 'cohort'
    where c.calendar_month <> c.cohort_month
) x
left join {core}.lead l on c.event_type = 'lead' and l.lead_id = c.event_id
left join {core}.person p on p.person_key = l.person_key
left join {core}.opportunity o on c.event_type in ('sao', 'won') and o.opportunity_id = c.event_id
left join {core}.organization a on a.account_id = case when c.event_type = 'new_customer' then c.event_id else o.account_id end
left join performance_group g on g.dimension = 'campaign' and g.group_id = c.campaign_id
left join (values
    ('first', 'First touch'),
    ('last', 'Last touch'),
    ('linear', 'Linear'),
    ('u_shaped', 'U-shaped'),
    ('w_shaped', 'W-shaped'),
    ('full_path', 'Full path'),
    ('time_decay', 'Time decay'),
    ('markov', 'Markov'),
    ('shapley', 'Shapley')
) as n (model, model_name) on n.model = x.model
order by c.event_date desc, c.event_type, c.event_id collate "C", c.touch_date, c.touch_id collate "C", c.model collate "C",
    x.basis collate "C"
