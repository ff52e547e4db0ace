/*
grain: a live Task or Event of Salesforce
key: [activity_id]
distribution: activity_id
warn_references:
  owner_id: core.user.user_id
accepted:
  source: [task, event]
indexes:
  - [opportunity_id]
  - [account_id]
columns:
  activity_id: Salesforce's Task.Id or Event.Id
  source: task or event
  person_key?: the person it was with (WhoId)
  opportunity_id?: the live opportunity it was about (WhatId)
  account_id?: the live account it was about, else the opportunity's
  owner_id?: who did or will do it
  type?: such as Call or Email
  date: day it was completed, else the day it is due, else the day it was written down
  is_completed: a closed task, or an event that lies before as_of or on it
*/
with stated as (
    select t.task_id as activity_id, 'task' as source, t.who_id, t.what_id, t.account_id, t.owner_id, t.type,
        coalesce(
            (t.completed_at at time zone s.reporting_timezone)::date,
            t.activity_date,
            (t.created_at at time zone s.reporting_timezone)::date) as date,
        coalesce(t.is_closed, false) as is_completed
    from staging.salesforce_task t
    cross join staging.settings s
    where not t.is_deleted
    union all
    select e.event_id, 'event', e.who_id, e.what_id, e.account_id, e.owner_id, e.type,
        coalesce(
            (e.starts_at at time zone s.reporting_timezone)::date,
            e.activity_date,
            (e.created_at at time zone s.reporting_timezone)::date),
        null
    from staging.salesforce_event e
    cross join staging.settings s
    where not e.is_deleted and not coalesce(e.is_child, false)
)
select t.activity_id, t.source,
    coalesce(l.person_key, c.person_key) as person_key,
    o.opportunity_id,
    coalesce(w.organization_id, o.account_id, a.organization_id) as account_id,
    t.owner_id, t.type, t.date,
    coalesce(t.is_completed, t.date <= s.as_of) as is_completed
from stated t
cross join staging.settings s
left join core.person_alias l on l.source = 'sfdc_lead' and l.source_id = t.who_id
left join core.person_alias c on c.source = 'sfdc_contact' and c.source_id = t.who_id
left join core.opportunity o on o.opportunity_id = t.what_id
left join core.organization_alias w on w.account_id = t.what_id
left join core.organization_alias a on a.account_id = t.account_id
where t.date is not null
