/*
grain: an opportunity and a person of its buying group
key: [opportunity_id, person_key]
distribution: person_key
narrow:
  inputs:
    staging.salesforce_opportunity: [opportunity_id]
    staging.salesforce_opportunity_contact_role: [opportunity_id]
    core.lead: [converted_opportunity_id]
  rows: [opportunity_id]
  dirty: |
    select x.opportunity_id, x.opportunity_id as converted_opportunity_id
    from (
        select o.opportunity_id from staging_change.salesforce_opportunity o
        union
        select r.opportunity_id from staging_change.salesforce_opportunity_contact_role r
        union
        select l.converted_opportunity_id from core_change.lead l
        union
        select r.opportunity_id
        from core_change.person_alias a
        join staging.salesforce_opportunity_contact_role r on r.contact_id = a.source_id
        where a.source = 'sfdc_contact'
    ) x
references:
  opportunity_id: core.opportunity.opportunity_id
  person_key: core.person.person_key
accepted:
  via: [contact_role, converted_lead, both]
indexes:
  - [person_key]
columns:
  opportunity_id: Salesforce's Opportunity.Id
  person_key: a person of the group
  is_primary: whether a contact role of the person is the primary one
  via: contact_role, converted_lead or both
*/
select m.opportunity_id, m.person_key,
    bool_or(m.is_primary) as is_primary,
    case
        when bool_and(m.is_role) then 'contact_role'
        when bool_or(m.is_role) then 'both'
        else 'converted_lead'
    end as via
from (
    select r.opportunity_id, p.person_key, coalesce(r.is_primary, false) as is_primary, true as is_role
    from staging.salesforce_opportunity_contact_role r
    join core.person_alias p on p.source = 'sfdc_contact' and p.source_id = r.contact_id
    where not r.is_deleted
    union all
    select l.converted_opportunity_id, l.person_key, false, false
    from core.lead l
    where l.person_key is not null
) m
join staging.salesforce_opportunity o on o.opportunity_id = m.opportunity_id and not o.is_deleted
group by m.opportunity_id, m.person_key
