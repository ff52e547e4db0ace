/*
severity: warn
model: core.lead
says: marketing qualified before it was created
*/
select l.lead_id as key from core.lead l where l.mql_date < l.created_date
