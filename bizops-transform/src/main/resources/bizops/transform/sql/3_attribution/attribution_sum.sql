/*
grain: the additive facts of a group over all time, by kind of event, basis and nearness to the close; wide by model
key: [dimension, group_id, basis, event_type, is_by_median, within_days]
like: marts.attribution_day
without: [day]
*/
select d.dimension, d.group_id, d.basis, d.event_type, d.is_by_median, d.within_days, sum(d.spend) as spend,
    sum(d.w_first) as w_first, sum(d.w_last) as w_last, sum(d.w_linear) as w_linear,
    sum(d.w_u_shaped) as w_u_shaped, sum(d.w_w_shaped) as w_w_shaped, sum(d.w_full_path) as w_full_path,
    sum(d.w_time_decay) as w_time_decay, sum(d.w_markov) as w_markov, sum(d.w_shapley) as w_shapley,
    sum(d.c_first) as c_first, sum(d.c_last) as c_last, sum(d.c_linear) as c_linear,
    sum(d.c_u_shaped) as c_u_shaped, sum(d.c_w_shaped) as c_w_shaped, sum(d.c_full_path) as c_full_path,
    sum(d.c_time_decay) as c_time_decay, sum(d.c_markov) as c_markov, sum(d.c_shapley) as c_shapley,
    sum(d.m_first) as m_first, sum(d.m_last) as m_last, sum(d.m_linear) as m_linear,
    sum(d.m_u_shaped) as m_u_shaped, sum(d.m_w_shaped) as m_w_shaped, sum(d.m_full_path) as m_full_path,
    sum(d.m_time_decay) as m_time_decay, sum(d.m_markov) as m_markov, sum(d.m_shapley) as m_shapley
from marts.attribution_day d
group by d.dimension, d.group_id, d.basis, d.event_type, d.is_by_median, d.within_days
