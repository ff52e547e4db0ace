/*
materialized: view
grain: an event, a touch and a model
columns:
  event_type: lead, sao, won or new_customer
  event_id: id of the lead or opportunity
  touch_id: the touch; (none) where no touch is eligible
  model: attribution model
  campaign_id: the touch's campaign; (unattributed) where there is none
  channel: the campaign's channel; (unattributed) where there is none
  touch_date?: local day of the touch
  event_date: lead, created date; sao, SAO date; won and new_customer, close date
  days_before?: days from the touch to the cut-off
  value: value of the event
  margin?: margin of the opportunity, else the setting
  weight: share of the event; sums to 1 over the event
  credit: share of the value; sums to the value over the event
  substituted: whether another model's weights stand in
*/
select t.event_type, t.event_id, t.touch_id, m.model, t.campaign_id, t.channel, t.touch_date, t.event_date,
    t.days_before, t.value, t.margin, m.weight, m.credit, m.substituted
from marts.attribution_touch t
cross join lateral (values
    ('first', t.w_first, t.c_first, false),
    ('last', t.w_last, t.c_last, false),
    ('linear', t.w_linear, t.c_linear, false),
    ('u_shaped', t.w_u_shaped, t.c_u_shaped, false),
    ('w_shaped', t.w_w_shaped, t.c_w_shaped, t.event_type = 'lead'),
    ('full_path', t.w_full_path, t.c_full_path, t.event_type = 'lead'),
    ('time_decay', t.w_time_decay, t.c_time_decay, false),
    ('markov', t.w_markov, t.c_markov, t.is_markov_linear),
    ('shapley', t.w_shapley, t.c_shapley, false)
) as m (model, weight, credit, substituted)
cross join staging.settings s
where m.model = any (s.models)
