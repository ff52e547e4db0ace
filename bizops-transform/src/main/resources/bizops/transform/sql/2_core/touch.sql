/*
grain: one dated response of a person to a campaign
key: [touch_id]
distribution: person_key
narrow:
  inputs: {core.campaign_member_touch: [person_key], core.marketo_touch: [person_key]}
  rows: [person_key]
  dirty: |
    select m.person_key
    from core_change.campaign_member_touch m
    where m.person_key is not null
    union
    select a.person_key
    from core_change.marketo_touch a
    where a.person_key is not null
    union
    select m.person_key
    from core.campaign_member_touch m
    join core_change.campaign c on c.campaign_id = m.campaign_id
    where m.person_key is not null
    union
    select a.person_key
    from core.marketo_touch a
    join core_change.campaign c on c.campaign_id = a.campaign_id
    where a.person_key is not null
references:
  person_key: core.person.person_key
  campaign_id: core.campaign.campaign_id
accepted:
  source: [campaign_member, marketo_activity]
indexes:
  - [person_key, touch_date]
  - [campaign_id]
columns:
  touch_id: cm and CampaignMember.Id, or mkto and the Marketo GUID
  person_key: who responded
  campaign_id: to which campaign
  touch_date: local day of the response
  touch_at: instant
  source: campaign_member or marketo_activity
  activity_name?: the Marketo activity's name
  touch_seq: position among all touches of the person, from 1
*/
select t.touch_id, t.person_key, t.campaign_id, t.touch_date, t.touch_at, t.source, t.activity_name,
    row_number() over (
        partition by t.person_key
        order by t.touch_date, t.touch_at, c.name, t.touch_id
    ) as touch_seq
from (
    select m.touch_id, m.person_key, m.campaign_id, m.touch_date, m.touch_at,
        'campaign_member' as source, null::text as activity_name
    from core.campaign_member_touch m
    where m.drop_reason is null
    union all
    select a.touch_id, a.person_key, a.campaign_id, a.touch_date, a.touch_at, 'marketo_activity', a.activity_name
    from core.marketo_touch a
    where a.drop_reason is null
) t
join core.campaign c on c.campaign_id = t.campaign_id
