/*
severity: error
model: marts.origin_campaign_performance
says: leads by origin are not the live leads, or differ from first-touch credit by more than the leads that audit_origin_vs_attributed lists
*/
select 'total' as key, sum(p.leads) as found
from marts.origin_campaign_performance p
having sum(p.leads) <> (select count(*) from core.lead l)
union all
select 'lead ' || a.lead_id, null
from marts.audit_origin_vs_attributed a
where a.attributed_campaign_id <> '(unattributed)'
