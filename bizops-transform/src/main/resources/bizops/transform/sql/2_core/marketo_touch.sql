/*
grain: a Marketo activity of a type in touch_activity.csv, whether it becomes a touch or not
key: [touch_id]
distribution: touch_id
narrow:
  inputs: {staging.marketo_activity: [activity_id], core.campaign_member_touch: [person_key]}
  rows: [touch_id]
  regardless: [staging.settings]  # no other setting than as_of differs, and it is not read here
  dirty: |
    with known as (
        select p.source_id as marketo_lead_id
        from core_change.person_alias p
        where p.source = 'marketo_lead'
        union
        select p.source_id
        from core_change.campaign_member_touch m
        join core.person_alias p on p.person_key = m.person_key and p.source = 'marketo_lead'
    ),
    smart as (
        select m.smart_campaign_id
        from staging_change.marketo_campaign m
        union
        select m.smart_campaign_id
        from staging.marketo_campaign m
        join staging_change.marketo_program g on g.program_id = m.program_id
        union
        select m.smart_campaign_id
        from staging.marketo_campaign m
        join staging.marketo_program g on g.program_id = m.program_id
        join core_change.campaign c on left(c.campaign_id, 15) = left(g.sfdc_id, 15)
    ),
    activity as (
        select a.activity_id, a.marketo_lead_id
        from staging_change.marketo_activity a
        union
        select a.activity_id, a.marketo_lead_id
        from staging.marketo_activity a
        join known k on k.marketo_lead_id = a.marketo_lead_id
        union
        select a.activity_id, a.marketo_lead_id
        from staging.marketo_activity a
        join smart s on s.smart_campaign_id = a.smart_campaign_id
    )
    select a.activity_id, 'mkto:' || a.activity_id as touch_id, p.person_key
    from activity a
    left join core.person_alias p on p.source = 'marketo_lead' and p.source_id = a.marketo_lead_id
columns:
  touch_id: mkto and the activity's GUID
  person_key?: the person of the Marketo lead
  campaign_id?: the live Salesforce campaign of the activity's program
  touch_date?: local day of the activity
  touch_at?: instant of the activity
  activity_name: name of the type in touch_activity.csv
  drop_reason?: why it is no touch; null for a touch
*/
with candidate as (
    select 'mkto:' || a.activity_id as touch_id,
        p.person_key,
        c.campaign_id,
        (a.activity_at at time zone s.reporting_timezone)::date as touch_date,
        a.activity_at as touch_at,
        t.name as activity_name,
        g.program_id is not null and g.sfdc_id is null as is_unsynced
    from staging.marketo_activity a
    cross join staging.settings s
    join staging.seed_touch_activity t on t.activity_type_id = a.activity_type_id
    left join staging.marketo_campaign m on m.smart_campaign_id = a.smart_campaign_id
    left join staging.marketo_program g on g.program_id = m.program_id
    left join core.campaign c on left(c.campaign_id, 15) = left(g.sfdc_id, 15)
    left join core.person_alias p on p.source = 'marketo_lead' and p.source_id = a.marketo_lead_id
    where not a.is_deleted
),
member_day as (
    select distinct t.person_key, t.campaign_id, t.touch_date + d.shift as near_date
    from core.campaign_member_touch t
    cross join staging.settings s
    cross join lateral generate_series(- s.touch_dedup_days, s.touch_dedup_days) as d (shift)
    where t.drop_reason is null
)
select c.touch_id, c.person_key, c.campaign_id, c.touch_date, c.touch_at, c.activity_name,
    case
        when c.is_unsynced then 'program_unsynced'
        when c.campaign_id is null then 'campaign_absent'
        when c.person_key is null then 'lead_deleted'
        when c.touch_date is null then 'undated'
        when d.near_date is not null then 'duplicate_of_member'
    end as drop_reason
from candidate c
left join member_day d
    on d.person_key = c.person_key and d.campaign_id = c.campaign_id and d.near_date = c.touch_date
