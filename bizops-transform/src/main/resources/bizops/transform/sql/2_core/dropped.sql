/*
grain: an entity and a reason for which its rows went no further
key: [entity, reason]
columns:
  entity: what the rows were
  reason: why they were left out
  rows: how many
*/
select 'touch' as entity, d.drop_reason as reason, count(*) as rows
from (
    select m.drop_reason from core.campaign_member_touch m
    union all
    select a.drop_reason from core.marketo_touch a
) d
where d.drop_reason is not null
group by d.drop_reason
union all
select x.entity, 'deleted', count(*)
from (
    select 'lead' as entity from staging.salesforce_lead l where l.is_deleted
    union all
    select 'contact' from staging.salesforce_contact c where c.is_deleted
    union all
    select 'account' from staging.salesforce_account a where a.is_deleted
    union all
    select 'campaign' from staging.salesforce_campaign c where c.is_deleted
    union all
    select 'campaign_member' from staging.salesforce_campaign_member m where m.is_deleted
    union all
    select 'opportunity' from staging.salesforce_opportunity o where o.is_deleted
) x
group by x.entity
