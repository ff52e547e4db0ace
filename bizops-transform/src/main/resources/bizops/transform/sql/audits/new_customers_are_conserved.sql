/*
severity: error
model: marts.campaign_performance
says: credited new customers are not the new customers
*/
select p.model as key, sum(p.new_customers) as found
from marts.campaign_performance p
group by p.model
having sum(p.new_customers) <> (select count(*) from core.opportunity o where o.is_new_customer)
