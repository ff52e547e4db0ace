/*
grain: a span of local days at whose ends a live opportunity has the same owner and type
key: [opportunity_id, from_day]
narrow:
  inputs:
    staging.salesforce_opportunity_field_history: [opportunity_id]
    staging.opportunity_version: [id]
    core.opportunity: [opportunity_id]
  rows: [opportunity_id]
  dirty: |
    select x.opportunity_id, x.opportunity_id as id
    from (
        select c.opportunity_id from core_change.opportunity c
        union
        select h.opportunity_id from staging_change.salesforce_opportunity_field_history h
        union
        select v.id from staging_change.opportunity_version v
    ) x
references:
  opportunity_id: core.opportunity.opportunity_id
columns:
  opportunity_id: Salesforce's Opportunity.Id
  from_day: first day; -infinity for the first span
  to_day: first day that no longer belongs to it; infinity for the last span
  owner_id?: Opportunity.OwnerId of then
  type?: Opportunity.Type of then
  owner_is_current: whether these are today's, because those of then are not known
*/
with told as (
    select distinct h.opportunity_id
    from staging.salesforce_opportunity_field_history h
    where not h.is_deleted and h.field = 'Owner'
),
stated as (
    select o.opportunity_id, date '-infinity' as from_day, timestamptz '-infinity' as at, o.owner_id, o.type,
        true as owner_is_current
    from core.opportunity o
    union all
    select v.id, (v.valid_from at time zone s.reporting_timezone)::date, v.valid_from, v.owner_id, v.type,
        v.is_backfilled and t.opportunity_id is null and v.owner_id is not distinct from o.owner_id
    from staging.opportunity_version v
    join core.opportunity o on o.opportunity_id = v.id
    cross join staging.settings s
    left join told t on t.opportunity_id = v.id
    where not v.is_deleted
),
last_of_day as (
    select distinct on (x.opportunity_id, x.from_day) x.*
    from stated x
    order by x.opportunity_id, x.from_day, x.at desc
),
marked as (
    select d.*,
        row_number() over own = 1
            or d.owner_id is distinct from lag(d.owner_id) over own
            or d.type is distinct from lag(d.type) over own
            or d.owner_is_current <> lag(d.owner_is_current) over own as is_change
    from last_of_day d
    window own as (partition by d.opportunity_id order by d.from_day)
)
select m.opportunity_id, m.from_day,
    coalesce(lead(m.from_day) over (partition by m.opportunity_id order by m.from_day), date 'infinity') as to_day,
    m.owner_id, m.type, m.owner_is_current
from marked m
where m.is_change
