/*
grain: a distinct sequence of channels that a closed opportunity's group, or a person in no group, went through
key: [path_id]
narrow:
  inputs: {marts.markov_walk: [path_id]}
  rows: [path_id]
  dirty: select distinct c.path_id from marts_change.markov_walk c
columns:
  path_id: hash of the path
  path: channels in the order of their touches, repeats kept
  won: won opportunities with that path
  not_won: lost opportunities, and people in no buying group, with that path
  won_iacv: IACV of the won opportunities
*/
select p.path_id, p.path,
    count(*) filter (where p.is_won) as won,
    count(*) filter (where not p.is_won) as not_won,
    coalesce(sum(p.iacv) filter (where p.is_won), 0)::numeric(38, 6) as won_iacv
from marts.markov_walk p
group by p.path_id, p.path
