/*
severity: error
model: marts.blended_cost
says: the company's counts without attribution are not those with it
*/
select p.model as key, p.leads as found
from marts.total_performance p
cross join marts.blended_cost b
where p.leads <> b.leads
    or p.new_customers <> b.new_customers
    or p.won_iacv <> b.won_iacv
    or p.spend is distinct from b.spend
