/*
severity: error
model: marts.performance_day
says: campaigns, channels and the total do not add up to the same credits
*/
select d.model || ' ' || d.basis as key
from marts.performance_day d
group by d.model, d.basis
having sum(d.leads) filter (where d.dimension = 'campaign') <> sum(d.leads) filter (where d.dimension = 'total')
    or sum(d.leads) filter (where d.dimension = 'channel') <> sum(d.leads) filter (where d.dimension = 'total')
    or sum(d.won_iacv) filter (where d.dimension = 'campaign') <> sum(d.won_iacv) filter (where d.dimension = 'total')
    or sum(d.won_iacv) filter (where d.dimension = 'channel') <> sum(d.won_iacv) filter (where d.dimension = 'total')
    or sum(d.saos) filter (where d.dimension = 'campaign') <> sum(d.saos) filter (where d.dimension = 'total')
    or sum(d.saos) filter (where d.dimension = 'channel') <> sum(d.saos) filter (where d.dimension = 'total')
