/*
severity: error
model: marts.attribution_touch
narrow:
  inputs: {marts.attribution_weight: [event_type, event_id], marts.markov_visit: [event_type, event_id]}
  rows: []
  through: [marts.markov_event, marts.attribution_touch]  # markov of all other events moves with the removal effects: markov_is_conserved
  dirty: select distinct c.event_type, c.event_id from marts_change.attribution_weight c
says: the credits of an event do not sum to its value
*/
select concat_ws(' ', t.event_type, t.event_id,
        case when sum(t.c_first) <> min(t.value) then 'first' end,
        case when sum(t.c_last) <> min(t.value) then 'last' end,
        case when sum(t.c_linear) <> min(t.value) then 'linear' end,
        case when sum(t.c_u_shaped) <> min(t.value) then 'u_shaped' end,
        case when sum(t.c_w_shaped) <> min(t.value) then 'w_shaped' end,
        case when sum(t.c_full_path) <> min(t.value) then 'full_path' end,
        case when sum(t.c_time_decay) <> min(t.value) then 'time_decay' end,
        case when sum(t.c_markov) <> min(t.value) then 'markov' end,
        case when sum(t.c_shapley) <> min(t.value) then 'shapley' end
    ) as key
from marts.attribution_touch t
group by t.event_type, t.event_id
having sum(t.c_first) <> min(t.value)
    or sum(t.c_last) <> min(t.value)
    or sum(t.c_linear) <> min(t.value)
    or sum(t.c_u_shaped) <> min(t.value)
    or sum(t.c_w_shaped) <> min(t.value)
    or sum(t.c_full_path) <> min(t.value)
    or sum(t.c_time_decay) <> min(t.value)
    or sum(t.c_markov) <> min(t.value)
    or sum(t.c_shapley) <> min(t.value)
