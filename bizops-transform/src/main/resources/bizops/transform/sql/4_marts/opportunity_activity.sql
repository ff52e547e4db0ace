/*
grain: an open opportunity and what was done for it; all null where neither Task nor Event is loaded
key: [opportunity_id]
references:
  opportunity_id: core.opportunity.opportunity_id
columns:
  opportunity_id: Salesforce's Opportunity.Id
  owner_id?: Opportunity.OwnerId
  completed_activities?: completed activities about it up to as_of
  last_activity_date?: day of the last one
  days_since_last_activity?: as_of minus that day
  is_stale?: no completed activity in the last stale_days days
*/
with done as (
    select a.opportunity_id, count(*) as completed_activities, max(a.date) as last_activity_date
    from core.activity a
    cross join staging.settings s
    where a.opportunity_id is not null and a.is_completed and a.date <= s.as_of
    group by a.opportunity_id
),
source as (
    select count(*) < 2 as is_loaded from staging.build_note n where n.code = 'no_activity'
)
select o.opportunity_id, o.owner_id,
    case when r.is_loaded then coalesce(d.completed_activities, 0) end as completed_activities,
    d.last_activity_date,
    s.as_of - d.last_activity_date as days_since_last_activity,
    case when r.is_loaded then coalesce(s.as_of - d.last_activity_date > s.stale_days, true) end as is_stale
from marts.open_opportunity o
cross join staging.settings s
cross join source r
left join done d on d.opportunity_id = o.opportunity_id
