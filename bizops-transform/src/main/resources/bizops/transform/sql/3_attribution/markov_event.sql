/*
grain: an event with touches, and what all its rows need to know of the removal effects, which move with every path
key: [event_type, event_id]
distribution: event_id
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
with channel as (
    select p.*,
        coalesce(h.share, 0) as share
    from (
        select t.event_type, t.event_id, t.channel, count(*) as touches, min(t.position) as first_position,
            min(t.n) as n, min(t.value) as value
        from marts.attribution_weight t
        where t.position is not null
        group by t.event_type, t.event_id, t.channel
    ) p
    left join marts.markov_channel h on h.channel = p.channel
),
summed as (
    select c.*,
        sum(c.touches * c.share) over event as shares,
        row_number() over (partition by c.event_id, c.event_type order by c.share desc, c.first_position) as place,
        case when c.event_type in ('sao', 'won') then 6 else 15 end as decimals
    from channel c
    window event as (partition by c.event_id, c.event_type)
),
rounded as (
    select s.*,
        round(case when s.shares > 0 then s.share / s.shares else 1::numeric(31, 30) / s.n end, 15) as weight
    from summed s
),
event as (
    select r.event_type, r.event_id,
        min(r.shares) as shares,
        min(r.first_position) filter (where r.place = 1) as top_position,
        min(r.weight) filter (where r.place = 1) as rounded_top,
        min(r.weight) filter (where r.place = 1) + 1 - sum(r.touches * r.weight) as top_weight,
        min(r.value) as value,
        min(r.decimals) as decimals,
        sum(r.touches * round(r.value * r.weight, r.decimals)) as credits
    from rounded r
    group by r.event_type, r.event_id
)
select e.event_type, e.event_id, e.shares, e.top_position,
    e.top_weight::numeric(16, 15) as top_weight,
    (e.value - (e.credits - round(e.value * e.rounded_top, e.decimals)))::numeric(38, 15) as top_credit
from event e
