/*
severity: warn
model: core.lead
says: a lead source is not in lead_source_bucket.csv
*/
select distinct x.lead_source as key
from (select l.lead_source from core.lead l union select o.lead_source from core.opportunity o) x
where x.lead_source is not null
    and not exists (select 1 from staging.seed_lead_source_bucket b where b.lead_source = x.lead_source)
