/*
materialized: view
grain: an event and a touch that is eligible for it; one row (none) for an event without touches
like: marts.attribution_weight
columns:
  w_markov: weight in model markov
  c_markov: credited value in model markov
  is_markov_linear: whether no channel of the touches has a removal effect, so that linear stands in for markov
*/
select t.event_type, t.event_id, t.touch_id, t.position, t.n, t.campaign_id, t.channel, t.touch_date, t.days_before,
    t.event_date, t.value, t.margin, t.roles,
    t.w_first, t.w_last, t.w_linear, t.w_u_shaped, t.w_w_shaped, t.w_full_path, t.w_time_decay,
    (case
        when t.position is null then 1
        when t.position = m.top_position then m.top_weight
        when m.shares > 0 then div(2000000000000000 * coalesce(h.share, 0) + m.shares, 2 * m.shares) * 0.000000000000001
        else round(1::numeric(31, 30) / t.n, 15)
    end)::numeric(16, 15) as w_markov,
    t.w_shapley,
    t.c_first, t.c_last, t.c_linear, t.c_u_shaped, t.c_w_shaped, t.c_full_path, t.c_time_decay,
    (case
        when t.position is null then t.value
        when t.position = m.top_position then m.top_credit
        else round(
            t.value * case
                when m.shares > 0 then div(2000000000000000 * coalesce(h.share, 0) + m.shares, 2 * m.shares) * 0.000000000000001
                else round(1::numeric(31, 30) / t.n, 15)
            end,
            case when t.event_type in ('sao', 'won') then 6 else 15 end)
    end)::numeric(38, 15) as c_markov,
    t.c_shapley,
    coalesce(m.shares = 0, false) as is_markov_linear
from marts.attribution_weight t
left join marts.markov_event m on m.event_id = t.event_id and m.event_type = t.event_type
left join marts.markov_channel h on h.channel = t.channel
