/*
severity: error
model: marts.lead_source_performance
says: leads by source are not the live leads
*/
select 'facts' as key, sum(p.leads) as found
from marts.lead_source_performance p
having sum(p.leads) <> (select count(*) from core.lead l)
union all
select 'summary', sum(p.leads)
from marts.lead_source_summary p
having sum(p.leads) <> (select count(*) from core.lead l)
