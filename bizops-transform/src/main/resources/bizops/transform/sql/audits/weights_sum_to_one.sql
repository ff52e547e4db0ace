/*
severity: error
model: marts.attribution_touch
narrow:
  inputs: {marts.attribution_weight: [event_type, event_id], marts.markov_visit: [event_type, event_id]}
  rows: []
  through: [marts.markov_event, marts.attribution_touch]  # markov of all other events moves with the removal effects: markov_is_conserved
  dirty: select distinct c.event_type, c.event_id from marts_change.attribution_weight c
says: the weights of an event do not sum to 1
*/
select concat_ws(' ', t.event_type, t.event_id,
        case when sum(t.w_first) <> 1 then 'first' end,
        case when sum(t.w_last) <> 1 then 'last' end,
        case when sum(t.w_linear) <> 1 then 'linear' end,
        case when sum(t.w_u_shaped) <> 1 then 'u_shaped' end,
        case when sum(t.w_w_shaped) <> 1 then 'w_shaped' end,
        case when sum(t.w_full_path) <> 1 then 'full_path' end,
        case when sum(t.w_time_decay) <> 1 then 'time_decay' end,
        case when sum(t.w_markov) <> 1 then 'markov' end,
        case when sum(t.w_shapley) <> 1 then 'shapley' end
    ) as key
from marts.attribution_touch t
group by t.event_type, t.event_id
having sum(t.w_first) <> 1
    or sum(t.w_last) <> 1
    or sum(t.w_linear) <> 1
    or sum(t.w_u_shaped) <> 1
    or sum(t.w_w_shaped) <> 1
    or sum(t.w_full_path) <> 1
    or sum(t.w_time_decay) <> 1
    or sum(t.w_markov) <> 1
    or sum(t.w_shapley) <> 1
