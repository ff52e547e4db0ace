/*
severity: warn
model: staging.settings
says: a lead, SAO or spend is dated after as_of and counts all the same
*/
select 'lead ' || l.lead_id as key from core.lead l cross join staging.settings s where l.created_date > s.as_of
union all
select 'sao ' || o.opportunity_id from core.opportunity o cross join staging.settings s where o.is_sao and o.sao_date > s.as_of
union all
select 'spend ' || d.campaign_id || ' ' || d.spend_date from core.spend_day d cross join staging.settings s where d.spend_date > s.as_of
