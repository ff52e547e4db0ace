/*
severity: error
model: marts.attribution_touch
narrow:
  inputs: {marts.attribution_weight: [event_type, event_id], marts.markov_visit: [event_type, event_id]}
  rows: []
  through: [marts.markov_event, marts.attribution_touch]  # markov of all other events moves with the removal effects: markov_is_conserved
  dirty: select distinct c.event_type, c.event_id from marts_change.attribution_weight c
says: the weights of an event do not sum to 1, one of them is below 0, or its credits do not sum to its value
*/
-- All laws of an event in one audit: model markov's weights are made while the touches are read, which takes longest.
select concat_ws(' ', e.event_type, e.event_id, e.broken) as key
from (
    select t.event_type, t.event_id, concat_ws(' ',
        case when bool_or(least(t.w_first, t.w_last, t.w_linear, t.w_u_shaped, t.w_w_shaped, t.w_full_path, t.w_time_decay, t.w_markov, t.w_shapley) < 0) then 'below 0' end,
        case when sum(t.w_first) <> 1 then 'w_first' end,
        case when sum(t.w_last) <> 1 then 'w_last' end,
        case when sum(t.w_linear) <> 1 then 'w_linear' end,
        case when sum(t.w_u_shaped) <> 1 then 'w_u_shaped' end,
        case when sum(t.w_w_shaped) <> 1 then 'w_w_shaped' end,
        case when sum(t.w_full_path) <> 1 then 'w_full_path' end,
        case when sum(t.w_time_decay) <> 1 then 'w_time_decay' end,
        case when sum(t.w_markov) <> 1 then 'w_markov' end,
        case when sum(t.w_shapley) <> 1 then 'w_shapley' end,
        case when sum(t.c_first) <> min(t.value) then 'c_first' end,
        case when sum(t.c_last) <> min(t.value) then 'c_last' end,
        case when sum(t.c_linear) <> min(t.value) then 'c_linear' end,
        case when sum(t.c_u_shaped) <> min(t.value) then 'c_u_shaped' end,
        case when sum(t.c_w_shaped) <> min(t.value) then 'c_w_shaped' end,
        case when sum(t.c_full_path) <> min(t.value) then 'c_full_path' end,
        case when sum(t.c_time_decay) <> min(t.value) then 'c_time_decay' end,
        case when sum(t.c_markov) <> min(t.value) then 'c_markov' end,
        case when sum(t.c_shapley) <> min(t.value) then 'c_shapley' end
    ) as broken
    from marts.attribution_touch t
    group by t.event_type, t.event_id
) e
where e.broken <> ''
