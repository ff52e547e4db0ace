/*
computed: markov
grain: a channel of a live campaign
key: [channel]
columns:
  channel: channel
  visits: how often a path visits it, on average
  f: probability that a path ever reaches it
  h?: probability of conversion from it; null where no path visits it
  removal_effect?: share of all conversions that is lost without it, f x h / path_conversion; null where no path converts
  share?: its removal effect over the sum of all; null where no path converts
  path_conversion?: probability of conversion of all paths; null where there is no path
*/
select t.from_channel, t.to_channel, t.n
from marts.markov_transition t
union all
select distinct c.channel, null::text, null::bigint
from core.campaign c
