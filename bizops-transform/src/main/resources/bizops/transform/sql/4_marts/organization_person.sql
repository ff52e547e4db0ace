/*
grain: a live account and a person of it - a live contact, or a live lead converted into it
key: [account_id, person_key]
references:
  account_id: core.organization.account_id
  person_key: core.person.person_key
indexes:
  - [person_key]
columns:
  account_id: Salesforce's Account.Id
  person_key: the person
*/
select o.account_id, m.person_key
from (
    select c.account_id, c.person_key from core.contact c
    union
    select a.organization_id, l.person_key
    from core.lead l
    join core.organization_alias a on a.account_id = l.converted_account_id
    where l.person_key is not null
) m
join core.organization o on o.account_id = m.account_id
