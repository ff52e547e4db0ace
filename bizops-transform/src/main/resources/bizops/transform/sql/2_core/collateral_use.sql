/*
grain: a visit of a page of a piece of collateral
key: [collateral, activity_id]
distribution: activity_id
narrow:
  inputs: {staging.marketo_activity: [activity_id]}
  rows: [activity_id]
  regardless: [staging.settings]  # no other setting than as_of differs, and it is not read here
  dirty: |
    select c.activity_id
    from staging_change.marketo_activity c
    union
    select a.activity_id
    from staging.marketo_activity a
    join core_change.person_alias p on p.source = 'marketo_lead' and p.source_id = a.marketo_lead_id
warn_references:
  person_key: core.person.person_key
indexes:
  - [person_key]
columns:
  collateral: name in collateral.csv
  activity_id: the GUID of Marketo's activity (type 1, Visit Webpage)
  person_key?: who visited; null where the Marketo lead is gone
  use_date: local day of the visit
  use_at: instant of the visit
  path: page that was visited, its query included
*/
with visit as (
    select a.activity_id, a.marketo_lead_id, a.activity_at, a.primary_attribute_value as path
    from staging.marketo_activity a
    where a.activity_type_id = '1'
        and not a.is_deleted
        and a.activity_at is not null
        and a.primary_attribute_value is not null
),
beginning as materialized (
    select p.path, left(p.path, l.characters) as path_prefix
    from (select distinct v.path from visit v) p
    cross join (select distinct char_length(c.path_prefix) as characters from core.collateral c) l
),
page as materialized (
    select distinct c.collateral, b.path
    from beginning b
    join core.collateral c on c.path_prefix = b.path_prefix
)
select g.collateral, v.activity_id, p.person_key,
    (v.activity_at at time zone s.reporting_timezone)::date as use_date,
    v.activity_at as use_at,
    v.path
from visit v
join page g on g.path = v.path
cross join staging.settings s
left join core.person_alias p on p.source = 'marketo_lead' and p.source_id = v.marketo_lead_id
