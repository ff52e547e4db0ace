/*
severity: error
model: marts.attribution_touch
narrow:
  inputs: {marts.attribution_weight: [event_type, event_id], marts.markov_visit: [event_type, event_id]}
  rows: []
  through: [marts.markov_event, marts.attribution_touch]  # markov of all other events moves with the removal effects: markov_is_conserved
  dirty: select distinct c.event_type, c.event_id from marts_change.attribution_weight c
says: a weight lies outside 0..1
*/
select t.event_type || ' ' || t.event_id || ' ' || t.touch_id as key
from marts.attribution_touch t
where least(t.w_first, t.w_last, t.w_linear, t.w_u_shaped, t.w_w_shaped, t.w_full_path, t.w_time_decay, t.w_markov, t.w_shapley) < 0
    or greatest(t.w_first, t.w_last, t.w_linear, t.w_u_shaped, t.w_w_shaped, t.w_full_path, t.w_time_decay, t.w_markov, t.w_shapley) > 1
