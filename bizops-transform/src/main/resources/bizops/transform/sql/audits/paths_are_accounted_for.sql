/*
severity: error
model: marts.markov_path
says: the paths that converted are not the closed won opportunities with touches
*/
select 'won' as key, p.won as found
from (
    select coalesce(sum(m.won), 0) as won, coalesce(sum(m.won_iacv), 0) as won_iacv from marts.markov_path m
) p
cross join (
    select count(*) as won, coalesce(sum(t.value), 0) as won_iacv
    from marts.attribution_weight t
    join core.opportunity o on o.opportunity_id = t.event_id
    where t.event_type = 'won' and t.position = 1 and o.is_closed
) t
where p.won <> t.won or p.won_iacv <> t.won_iacv
