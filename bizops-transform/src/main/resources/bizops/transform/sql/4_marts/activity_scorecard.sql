/*
grain: an owner of activities or of open opportunities
columns:
  owner_id?: who
  owner_name: name; the id where the user is not known, (none) where there is no owner
  completed_activities?: completed activities up to as_of; null where neither Task nor Event is loaded
  completed_30_days?: those of the last 30 days
  completed_90_days?: those of the last 90 days
  opportunities_touched?: opportunities that they were about
  last_activity_date?: day of the last one
  open_opportunities: opportunities of the owner that are open
  stale_opportunities?: those without a completed activity in the last stale_days days
*/
with done as (
    select a.owner_id, count(*) as completed, count(*) filter (where a.date > s.as_of - 30) as completed_30,
        count(*) filter (where a.date > s.as_of - 90) as completed_90,
        count(distinct a.opportunity_id) as touched, max(a.date) as last_date
    from core.activity a
    cross join staging.settings s
    where a.is_completed and a.date <= s.as_of
    group by a.owner_id
),
owned as (
    select o.owner_id, count(*) as open_opportunities, count(*) filter (where o.is_stale) as stale,
        bool_or(o.is_stale is not null) as is_loaded
    from marts.opportunity_activity o
    group by o.owner_id
),
source as (
    select count(*) < 2 as is_loaded from staging.build_note n where n.code = 'no_activity'
),
owner as (
    select d.owner_id from done d
    union
    select o.owner_id from owned o
)
select w.owner_id, coalesce(u.name, w.owner_id, '(none)') as owner_name,
    case when r.is_loaded then coalesce(d.completed, 0) end as completed_activities,
    case when r.is_loaded then coalesce(d.completed_30, 0) end as completed_30_days,
    case when r.is_loaded then coalesce(d.completed_90, 0) end as completed_90_days,
    case when r.is_loaded then coalesce(d.touched, 0) end as opportunities_touched,
    d.last_date as last_activity_date,
    coalesce(o.open_opportunities, 0) as open_opportunities,
    case when r.is_loaded then coalesce(o.stale, 0) end as stale_opportunities
from owner w
cross join source r
left join done d on coalesce(d.owner_id, '') = coalesce(w.owner_id, '')
left join owned o on coalesce(o.owner_id, '') = coalesce(w.owner_id, '')
left join core.user u on u.user_id = w.owner_id
