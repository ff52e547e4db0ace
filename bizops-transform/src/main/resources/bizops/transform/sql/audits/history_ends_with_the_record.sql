/*
severity: error
model: staging.opportunity_version
narrow:
  inputs:
    staging.opportunity_version: [id]
    staging.salesforce_opportunity: [opportunity_id]
    staging.account_version: [id]
    staging.salesforce_account: [account_id]
    staging.user_version: [id]
    staging.salesforce_user: [user_id]
    staging.lead_version: [id]
    staging.salesforce_lead: [lead_id]
    staging.campaign_version: [id]
    staging.salesforce_campaign: [campaign_id]
  rows: []
  dirty: |
    select x.id, x.id as opportunity_id, x.id as account_id, x.id as user_id, x.id as lead_id, x.id as campaign_id
    from (
        select v.id from staging_change.opportunity_version v
        union
        select v.id from staging_change.account_version v
        union
        select v.id from staging_change.user_version v
        union
        select v.id from staging_change.lead_version v
        union
        select v.id from staging_change.campaign_version v
        union
        select s.opportunity_id from staging_change.salesforce_opportunity s
        union
        select s.account_id from staging_change.salesforce_account s
        union
        select s.user_id from staging_change.salesforce_user s
        union
        select s.lead_id from staging_change.salesforce_lead s
        union
        select s.campaign_id from staging_change.salesforce_campaign s
    ) x
says: the newest version of a record is deleted where the record lives, or the other way round
*/
select x.entity || ' ' || x.id as key
from (
    select 'opportunity' as entity, s.opportunity_id as id, s.is_deleted, v.is_deleted as says
    from staging.salesforce_opportunity s
    left join staging.opportunity_version v on v.id = s.opportunity_id and v.valid_to = 'infinity'
    union all
    select 'account', s.account_id, s.is_deleted, v.is_deleted
    from staging.salesforce_account s
    left join staging.account_version v on v.id = s.account_id and v.valid_to = 'infinity'
    union all
    select 'user', s.user_id, s.is_deleted, v.is_deleted
    from staging.salesforce_user s
    left join staging.user_version v on v.id = s.user_id and v.valid_to = 'infinity'
    union all
    select 'lead', s.lead_id, s.is_deleted, v.is_deleted
    from staging.salesforce_lead s
    left join staging.lead_version v on v.id = s.lead_id and v.valid_to = 'infinity'
    union all
    select 'campaign', s.campaign_id, s.is_deleted, v.is_deleted
    from staging.salesforce_campaign s
    left join staging.campaign_version v on v.id = s.campaign_id and v.valid_to = 'infinity'
) x
where x.says is distinct from x.is_deleted
