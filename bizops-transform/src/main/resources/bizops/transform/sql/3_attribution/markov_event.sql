/*
materialized: view
grain: an event with touches, and what all its rows need to know of the removal effects, which move with every path
accepted:
  event_type: [lead, sao, won, new_customer]
columns:
  event_type: lead, sao, won or new_customer
  event_id: id of the lead or opportunity
  shares: sum of the shares of its touches' channels in all removal effects; 0 where linear stands in
  top_position: first touch of the greatest share, which takes what rounding leaves
  top_weight: its weight in model markov
  top_credit: its credited value in model markov
*/
select v.event_type, v.event_id, m.shares, m.top_position,
    (1 - (m.weights - m.rounded_top))::numeric(16, 15) as top_weight,
    (v.value - (m.credits - round(v.value * m.rounded_top, case when v.event_type in ('sao', 'won') then 6 else 15 end)))
        ::numeric(38, 15) as top_credit
from marts.markov_visit v
cross join (
    select coalesce(jsonb_object_agg(h.channel, coalesce(h.share, 0)), '{}') as shares from marts.markov_channel h
) e
cross join lateral (
    select min(r.shares) as shares, min(r.position) filter (where r.share = r.greatest) as top_position,
        sum(r.weight) as weights,
        min(r.weight) filter (where r.share = r.greatest) as rounded_top,
        sum(round(v.value * r.weight, case when v.event_type in ('sao', 'won') then 6 else 15 end)) as credits
    from (
        -- div is exact: the quotient is rounded once, as markov_sum rounds it.
        select s.position, s.share, s.shares, s.greatest,
            case
                when s.shares > 0 then div(2000000000000000 * s.share + s.shares, 2 * s.shares) * 0.000000000000001
                else round(1::numeric(31, 30) / v.n, 15)
            end as weight
        from (
            select c.position, c.share, sum(c.share) over () as shares, max(c.share) over () as greatest
            from (
                select u.position, coalesce((e.shares -> u.channel)::numeric, 0) as share
                from unnest(v.channels) with ordinality as u (channel, position)
                offset 0
            ) c
        ) s
        offset 0
    ) r
) m
where v.n > 0
