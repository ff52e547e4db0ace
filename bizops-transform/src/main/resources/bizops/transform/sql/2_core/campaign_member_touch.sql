/*
grain: a live CampaignMember that has responded, whether it becomes a touch or not
key: [touch_id]
distribution: touch_id
narrow:
  inputs: {staging.salesforce_campaign_member: [campaign_member_id]}
  rows: [touch_id]
  regardless: [staging.settings]  # no other setting than as_of differs, and it is not read here
  dirty: |
    select m.campaign_member_id, 'cm:' || m.campaign_member_id as touch_id
    from (
        select c.campaign_member_id
        from staging_change.salesforce_campaign_member c
        union
        select s.campaign_member_id
        from staging.salesforce_campaign_member s
        join core_change.campaign c on c.campaign_id = s.campaign_id
        union
        select s.campaign_member_id
        from staging.salesforce_campaign_member s
        join core_change.person_alias p on p.source = 'sfdc_contact' and p.source_id = s.contact_id
        union
        select s.campaign_member_id
        from staging.salesforce_campaign_member s
        join core_change.person_alias p on p.source = 'sfdc_lead' and p.source_id = s.lead_id
    ) m
columns:
  touch_id: cm and CampaignMember.Id
  person_key?: the contact's person where a contact is set, else the lead's
  campaign_id?: the live campaign
  touch_date?: FirstRespondedDate, else the local day of creation
  touch_at?: instant of creation
  drop_reason?: why it is no touch; null for a touch
*/
select x.touch_id, x.person_key, x.campaign_id, x.touch_date, x.touch_at,
    case
        when x.campaign_id is null then 'campaign_absent'
        when x.person_key is null then 'lead_deleted'
        when x.touch_date is null then 'undated'
    end as drop_reason
from (
    select 'cm:' || m.campaign_member_id as touch_id,
        case when m.contact_id is not null then k.person_key else l.person_key end as person_key,
        c.campaign_id,
        coalesce(m.first_responded_date, (m.created_at at time zone s.reporting_timezone)::date) as touch_date,
        coalesce(m.created_at, m.first_responded_date::timestamp at time zone s.reporting_timezone) as touch_at
    from staging.salesforce_campaign_member m
    cross join staging.settings s
    left join core.campaign c on c.campaign_id = m.campaign_id
    left join core.person_alias k on k.source = 'sfdc_contact' and k.source_id = m.contact_id
    left join core.person_alias l on l.source = 'sfdc_lead' and l.source_id = m.lead_id
    where not m.is_deleted and m.has_responded
) x
