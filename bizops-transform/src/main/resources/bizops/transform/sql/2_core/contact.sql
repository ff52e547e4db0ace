/*
grain: a live Contact
key: [contact_id]
distribution: contact_id
references:
  person_key: core.person.person_key
warn_references:
  account_id: core.organization.account_id
columns:
  contact_id: Salesforce's Contact.Id
  person_key: the person
  account_id?: the live account, merges followed
  created_date?: local day of creation
  owner_id?: Contact.OwnerId
*/
select c.contact_id,
    p.person_key,
    coalesce(a.organization_id, c.account_id) as account_id,
    (c.created_at at time zone s.reporting_timezone)::date as created_date,
    c.owner_id
from staging.salesforce_contact c
cross join staging.settings s
join core.person_alias p on p.source = 'sfdc_contact' and p.source_id = c.contact_id
left join core.organization_alias a on a.account_id = c.account_id
where not c.is_deleted
