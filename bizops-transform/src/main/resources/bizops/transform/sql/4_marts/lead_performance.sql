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
with priced as (
    select p.campaign_id,
        min(p.cost_per_lead) filter (where p.model = 'first') as p_first,
        min(p.cost_per_lead) filter (where p.model = 'last') as p_last,
        min(p.cost_per_lead) filter (where p.model = 'linear') as p_linear,
        min(p.cost_per_lead) filter (where p.model = 'u_shaped') as p_u_shaped,
        min(p.cost_per_lead) filter (where p.model = 'w_shaped') as p_w_shaped,
        min(p.cost_per_lead) filter (where p.model = 'full_path') as p_full_path,
        min(p.cost_per_lead) filter (where p.model = 'time_decay') as p_time_decay,
        min(p.cost_per_lead) filter (where p.model = 'markov') as p_markov,
        min(p.cost_per_lead) filter (where p.model = 'shapley') as p_shapley
    from marts.campaign_performance p
    group by p.campaign_id
),
-- Wide as the touches are, so that each is read once for all models. Markov's weights are made while they are read: who asks
-- for another model does not wait for them.
summed as (
    select t.event_id as lead_id,
        sum(t.w_first * p.p_first) as s_first, bool_or(t.w_first <> 0 and p.p_first is null) as u_first,
        sum(t.w_last * p.p_last) as s_last, bool_or(t.w_last <> 0 and p.p_last is null) as u_last,
        sum(t.w_linear * p.p_linear) as s_linear, bool_or(t.w_linear <> 0 and p.p_linear is null) as u_linear,
        sum(t.w_u_shaped * p.p_u_shaped) as s_u_shaped, bool_or(t.w_u_shaped <> 0 and p.p_u_shaped is null) as u_u_shaped,
        sum(t.w_w_shaped * p.p_w_shaped) as s_w_shaped, bool_or(t.w_w_shaped <> 0 and p.p_w_shaped is null) as u_w_shaped,
        sum(t.w_full_path * p.p_full_path) as s_full_path, bool_or(t.w_full_path <> 0 and p.p_full_path is null) as u_full_path,
        sum(t.w_time_decay * p.p_time_decay) as s_time_decay, bool_or(t.w_time_decay <> 0 and p.p_time_decay is null) as u_time_decay,
        sum(t.w_shapley * p.p_shapley) as s_shapley, bool_or(t.w_shapley <> 0 and p.p_shapley is null) as u_shapley
    from marts.attribution_weight t
    join priced p on p.campaign_id = t.campaign_id
    where t.event_type = 'lead'
    group by t.event_id
),
costed as (
    select s.lead_id, m.model, case when not m.is_unknown then m.cost end as cost
    from summed s
    cross join lateral (values
        ('first', s.s_first, s.u_first),
        ('last', s.s_last, s.u_last),
        ('linear', s.s_linear, s.u_linear),
        ('u_shaped', s.s_u_shaped, s.u_u_shaped),
        ('w_shaped', s.s_w_shaped, s.u_w_shaped),
        ('full_path', s.s_full_path, s.u_full_path),
        ('time_decay', s.s_time_decay, s.u_time_decay),
        ('shapley', s.s_shapley, s.u_shapley)
    ) as m (model, cost, is_unknown)
    union all
    select t.event_id, 'markov',
        case when not bool_or(t.w_markov <> 0 and p.p_markov is null) then sum(t.w_markov * p.p_markov) end
    from marts.attribution_touch t
    join priced p on p.campaign_id = t.campaign_id
    where t.event_type = 'lead'
    group by t.event_id
)
select f.lead_id, w.model, l.person_key, f.created_date,
    coalesce(p.touch_count, 0) as touches,
    f.campaign_id as first_touch_campaign_id,
    coalesce(c.name, f.campaign_id) as first_touch_campaign,
    a.campaign_id as last_touch_before_conversion_id,
    coalesce(d.name, a.campaign_id) as last_touch_before_conversion,
    w.cost,
    f.is_converted, f.has_opportunity, f.is_sao, f.is_won,
    case when f.won_date >= p.first_touch_date then f.won_date - p.first_touch_date end as days_first_touch_to_won
from marts.funnel_lead f
join core.lead l on l.lead_id = f.lead_id
cross join staging.settings g
join costed w on w.lead_id = f.lead_id and w.model = any (g.models)
join marts.attribution_weight a
    on a.event_type = 'lead' and a.event_id = f.lead_id and coalesce(a.position, a.n) = a.n
left join core.campaign c on c.campaign_id = f.campaign_id
left join core.campaign d on d.campaign_id = a.campaign_id
left join core.person p on p.person_key = l.person_key
