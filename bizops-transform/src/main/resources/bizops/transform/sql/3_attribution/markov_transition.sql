/*
grain: two states that follow each other on a path
additive: {inputs: [marts.markov_path], count: n}
key: [from_channel, to_channel]
columns:
  from_channel: a channel, or (start)
  to_channel: a channel, (conversion) or (null)
  n: how often, over all paths
*/
select x.from_channel, x.to_channel, sum(x.n)::bigint as n
from (
    select s.from_channel, s.to_channel, p.won + p.not_won as n
    from marts.markov_path p
    cross join lateral unnest(array['(start)'::text] || p.path, p.path) as s (from_channel, to_channel)
    where s.to_channel is not null
    union all
    select p.path[cardinality(p.path)], e.outcome, e.n
    from marts.markov_path p
    cross join lateral (values ('(conversion)', p.won), ('(null)', p.not_won)) as e (outcome, n)
    where e.n > 0
) x
group by x.from_channel, x.to_channel
