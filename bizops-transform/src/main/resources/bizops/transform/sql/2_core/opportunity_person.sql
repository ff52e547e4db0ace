/*
grain: an opportunity and a person of its buying group
key: [opportunity_id, person_key]
distribution: person_key
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
