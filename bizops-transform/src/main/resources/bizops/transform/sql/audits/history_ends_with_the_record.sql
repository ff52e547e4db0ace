/*
severity: error
model: staging.opportunity_version
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
