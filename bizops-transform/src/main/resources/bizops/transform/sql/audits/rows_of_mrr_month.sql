/*
severity: error
model: marts.mrr_month
says: a chain does not have one row for every month from its first to as_of's
*/
select m.chain_id as key, count(*) as found
from marts.mrr_month m
cross join staging.settings s
group by m.chain_id, s.as_of
having count(*) <> (extract(year from s.as_of) - extract(year from min(m.month)))::int * 12
    + (extract(month from s.as_of) - extract(month from min(m.month)))::int + 1
