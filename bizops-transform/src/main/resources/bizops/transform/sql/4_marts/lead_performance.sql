/*
materialized: view
grain: a live lead and an attribution model
columns:
  lead_id: Salesforce's Lead.Id
  model: attribution model, on which only the cost depends
  person_key?: the person
  created_date: local day of creation
  touches: all touches of the person, also those after the conversion
  first_touch_campaign_id: campaign of its first touch up to the conversion, or (unattributed)
  first_touch_campaign: name of that campaign
  last_touch_before_conversion_id: campaign of its last touch up to the conversion, or (unattributed)
  last_touch_before_conversion: name of that campaign
  cost?: weight x cost_per_lead of the campaigns that earn it, summed; null where one of them has no known cost
  is_converted: Lead.IsConverted
  has_opportunity: converted into a live opportunity
  is_sao?: that opportunity is sales accepted; null where that is not defined
  is_won: that opportunity is won
  days_first_touch_to_won?: close date minus day of the person's earliest touch, however old; null where that is after the close
*/
with costed as (
    select c.event_id as lead_id, c.model,
        case
            when count(*) filter (where c.weight <> 0 and p.cost_per_lead is null) = 0
            then sum(c.weight * p.cost_per_lead)
        end as cost
    from marts.attribution_credit c
    join marts.campaign_performance p on p.model = c.model and p.campaign_id = c.campaign_id
    where c.event_type = 'lead'
    group by c.event_id, c.model
),
touched as (
    select t.person_key, count(*) as touches
    from core.touch t
    group by t.person_key
)
select f.lead_id, w.model, l.person_key, f.created_date,
    coalesce(t.touches, 0) as touches,
    f.campaign_id as first_touch_campaign_id,
    coalesce(c.name, f.campaign_id) as first_touch_campaign,
    a.campaign_id as last_touch_before_conversion_id,
    coalesce(d.name, a.campaign_id) as last_touch_before_conversion,
    w.cost,
    f.is_converted, f.has_opportunity, f.is_sao, f.is_won,
    case when f.won_date >= p.first_touch_date then f.won_date - p.first_touch_date end as days_first_touch_to_won
from marts.funnel_lead f
join core.lead l on l.lead_id = f.lead_id
join costed w on w.lead_id = f.lead_id
join marts.attribution_weight a
    on a.event_type = 'lead' and a.event_id = f.lead_id and coalesce(a.position, a.n) = a.n
left join core.campaign c on c.campaign_id = f.campaign_id
left join core.campaign d on d.campaign_id = a.campaign_id
left join core.person p on p.person_key = l.person_key
left join touched t on t.person_key = l.person_key
