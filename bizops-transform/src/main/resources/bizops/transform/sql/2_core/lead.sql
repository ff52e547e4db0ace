/*
grain: a live Lead
key: [lead_id]
distribution: lead_id
references:
  person_key: core.person.person_key
warn_references:
  converted_contact_id: core.contact.contact_id
  converted_account_id: core.organization.account_id
  converted_opportunity_id: core.opportunity.opportunity_id
indexes:
  - [person_key]
  - [converted_opportunity_id]
columns:
  lead_id: Salesforce's Lead.Id
  person_key?: the person; several leads may be one person
  created_at: instant of creation
  created_date: local day of creation
  lead_source?: Lead.LeadSource
  source_bucket: bucket of lead_source_bucket.csv, else Other
  status?: Lead.Status
  company?: Lead.Company
  owner_id?: Lead.OwnerId
  mql_date?: day it became marketing qualified
  is_converted: Lead.IsConverted
  converted_date?: day of conversion
  converted_contact_id?: Lead.ConvertedContactId
  converted_account_id?: Lead.ConvertedAccountId
  converted_opportunity_id?: Lead.ConvertedOpportunityId
  segment?: the mapping file's segment
*/
select l.lead_id,
    p.person_key,
    l.created_at,
    (l.created_at at time zone s.reporting_timezone)::date as created_date,
    l.lead_source,
    coalesce(b.bucket, 'Other') as source_bucket,
    l.status,
    l.company,
    l.owner_id,
    l.mql_date,
    coalesce(l.is_converted, false) as is_converted,
    l.converted_date,
    l.converted_contact_id,
    l.converted_account_id,
    l.converted_opportunity_id,
    l.segment
from staging.salesforce_lead l
cross join staging.settings s
left join core.person_alias p on p.source = 'sfdc_lead' and p.source_id = l.lead_id
left join staging.seed_lead_source_bucket b on b.lead_source = l.lead_source
where not l.is_deleted
