/*
severity: error
model: marts.attribution_day
says: campaigns, channels and the total do not add up to the same credits
*/
select f.model || ' ' || f.basis as key
from marts.performance_fact f
where f.is_all_time
group by f.model, f.basis
having sum(f.leads) filter (where f.dimension = 'campaign') is distinct from sum(f.leads) filter (where f.dimension = 'total')
    or sum(f.leads) filter (where f.dimension = 'channel') is distinct from sum(f.leads) filter (where f.dimension = 'total')
    or sum(f.won_iacv) filter (where f.dimension = 'campaign') is distinct from sum(f.won_iacv) filter (where f.dimension = 'total')
    or sum(f.won_iacv) filter (where f.dimension = 'channel') is distinct from sum(f.won_iacv) filter (where f.dimension = 'total')
    or sum(f.saos) filter (where f.dimension = 'campaign') is distinct from sum(f.saos) filter (where f.dimension = 'total')
    or sum(f.saos) filter (where f.dimension = 'channel') is distinct from sum(f.saos) filter (where f.dimension = 'total')
