/*
severity: error
model: marts.markov_channel
says: a removal effect or a probability lies outside 0..1
*/
select m.channel as key, m.removal_effect as found
from marts.markov_channel m
where least(m.removal_effect, m.share, m.f, m.h, m.path_conversion, m.visits) < 0
    or greatest(m.removal_effect, m.share, m.f, m.h, m.path_conversion) > 1
