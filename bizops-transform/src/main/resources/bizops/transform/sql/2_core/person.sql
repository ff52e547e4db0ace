/*
grain: a human, known by one e-mail
key: [person_key]
distribution: person_key
narrow:
  inputs: {core.person_alias: [person_key], core.touch: [person_key], core.opportunity_person: [person_key]}
  rows: [person_key]
  dirty: |
    with moved as (
        select min(s.as_of) as earlier, max(s.as_of) as later from staging_change.settings s
        having min(s.as_of) < max(s.as_of)
    ),
    changed_record as (
        select 'sfdc_lead' as source, l.lead_id as source_id
        from staging_change.salesforce_lead l
        union
        select 'sfdc_contact', c.contact_id
        from staging_change.salesforce_contact c
        union
        select 'sfdc_contact', c.contact_id
        from staging.salesforce_contact c
        join core_change.organization_alias o on o.account_id = c.account_id
    )
    select a.person_key
    from core_change.person_alias a
    union
    select a.person_key
    from core.person_alias a
    join changed_record r on r.source = a.source and r.source_id = a.source_id
    union
    select t.person_key
    from core_change.touch t
    union
    select t.person_key
    from core.touch t
    join moved m on t.touch_date > m.earlier and t.touch_date <= m.later
    union
    select p.person_key
    from core_change.opportunity_person p
columns:
  person_key: the trimmed, lower-cased e-mail; without one, lead, contact or marketo, a colon and the id
  email?: the e-mail
  first_lead_id?: oldest live lead
  contact_id?: newest live contact
  account_id?: account of that contact
  first_touch_date?: day of the earliest touch
  last_touch_date?: day of the latest touch up to as_of
  touch_count: touches, whenever they were
  lead_count: live leads
  is_in_buying_group: whether the person is in any opportunity's group
*/
with key as (
    select distinct a.person_key from core.person_alias a
),
first_lead as (
    select distinct on (a.person_key) a.person_key, l.lead_id, count(*) over (partition by a.person_key) as lead_count
    from staging.salesforce_lead l
    join core.person_alias a on a.source = 'sfdc_lead' and a.source_id = l.lead_id
    where not l.is_deleted
    order by a.person_key, l.created_at, l.lead_id
),
newest_contact as (
    select distinct on (a.person_key) a.person_key, c.contact_id, coalesce(o.organization_id, c.account_id) as account_id
    from staging.salesforce_contact c
    join core.person_alias a on a.source = 'sfdc_contact' and a.source_id = c.contact_id
    left join core.organization_alias o on o.account_id = c.account_id
    where not c.is_deleted
    order by a.person_key, c.created_at desc nulls last, c.contact_id desc
),
touched as (
    select t.person_key, min(t.touch_date) as first_touch_date, count(*) as touch_count,
        max(t.touch_date) filter (where t.touch_date <= s.as_of) as last_touch_date
    from core.touch t
    cross join staging.settings s
    group by t.person_key
),
grouped as (
    select distinct p.person_key from core.opportunity_person p
)
select k.person_key,
    case when k.person_key !~ '^(lead|contact|marketo):' then k.person_key end as email,
    l.lead_id as first_lead_id,
    c.contact_id,
    c.account_id,
    t.first_touch_date,
    t.last_touch_date,
    coalesce(t.touch_count, 0) as touch_count,
    coalesce(l.lead_count, 0) as lead_count,
    g.person_key is not null as is_in_buying_group
from key k
left join first_lead l on l.person_key = k.person_key
left join newest_contact c on c.person_key = k.person_key
left join touched t on t.person_key = k.person_key
left join grouped g on g.person_key = k.person_key
