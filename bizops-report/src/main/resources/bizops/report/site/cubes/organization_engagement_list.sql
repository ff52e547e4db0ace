/*
title: a use of collateral or a completed activity of a person of an organization
dimensions: [month, account_id]
labels: {account_id: organization}
details: true
optional: true
columns:
  day: Day
  organization: Organization
  kind: What
  person: Person
*/
select date_trunc('month', e.day::timestamp)::date as month, e.account_id, o.name as organization, e.day,
    replace(e.kind, '_', ' ') as kind, coalesce(p.email, e.person_key) as person
from organization_engagement e
join organization_performance o on o.account_id = e.account_id
left join {core}.person p on p.person_key = e.person_key
where e.kind <> 'touch'
order by e.day desc, o.name collate "C", e.kind, coalesce(p.email, e.person_key) collate "C"
