/*
severity: error
model: marts.markov_fact
says: the weights or credits of model markov are not the events of the day and their value
*/
select coalesce(f.event_type, e.event_type) || ' ' || coalesce(f.day, e.day) as key, f.weight as found
from (
    select m.event_type, m.day, sum(m.w_markov) as weight, sum(m.c_markov) as credit
    from marts.markov_fact m
    where m.dimension = 'total' and m.basis = 'calendar' and m.day <> '-infinity'
    group by m.event_type, m.day
) f
full join (
    select v.event_type, v.event_date as day, count(*) as events, sum(v.value) as value
    from marts.attribution_event v
    group by v.event_type, v.event_date
) e on e.event_type = f.event_type and e.day = f.day
where f.weight is distinct from e.events
    or (e.event_type in ('sao', 'won') and f.credit is distinct from e.value)
