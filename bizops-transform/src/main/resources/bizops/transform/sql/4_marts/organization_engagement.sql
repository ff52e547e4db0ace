/*
materialized: view
grain: a live account, a day up to as_of and a person of it (none for an activity about the account alone), by what was done
columns:
  account_id: Salesforce's Account.Id
  kind: touch, collateral_use or activity
  person_key?: who did it, or with whom it was
  day: the day
*/
select p.account_id, 'touch' as kind, p.person_key, t.touch_date as day
from marts.organization_person p
join core.touch t on t.person_key = p.person_key
cross join staging.settings s
where t.touch_date <= s.as_of
union all
select p.account_id, 'collateral_use', p.person_key, u.use_date
from marts.organization_person p
join core.collateral_use u on u.person_key = p.person_key
cross join staging.settings s
where u.use_date <= s.as_of
union all
select a.account_id, 'activity', a.person_key, a.date
from (
    select x.account_id, x.person_key, x.date from core.activity x where x.is_completed and x.account_id is not null
    union all
    select p.account_id, x.person_key, x.date
    from marts.organization_person p
    join core.activity x on x.person_key = p.person_key
    where x.is_completed and x.account_id is distinct from p.account_id
) a
cross join staging.settings s
where a.date <= s.as_of
