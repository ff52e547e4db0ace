/*
grain: an entity and a reason for which its rows went no further
key: [entity, reason]
columns:
  entity: what the rows were
  reason: why they were left out
  rows: how many
*/
select 'touch' as entity, d.reason, sum(d.rows)::bigint as rows
from (
    select m.fate as reason, m.rows from core.campaign_member_count m where m.layer = 'core' and m.fate <> 'core'
    union all
    select a.drop_reason, count(*) from core.marketo_touch a where a.drop_reason is not null group by a.drop_reason
) d
group by d.reason
union all
select 'campaign_member', m.fate, m.rows
from core.campaign_member_count m
where m.layer = 'staging' and m.fate = 'deleted'
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
    select 'opportunity' from staging.salesforce_opportunity o where o.is_deleted
    union all
    select 'subscription' from staging.zuora_subscription v where v.is_deleted
    union all
    select 'invoice' from staging.zuora_invoice i where i.is_deleted
    union all
    select 'payment' from staging.zuora_payment p where p.is_deleted
    union all
    select 'refund' from staging.zuora_refund r where r.is_deleted
) x
group by x.entity
union all
select 'spend', y.reason, count(*)
from (
    select 'undated' as reason
    from staging.mapped_spend m
    where not m.is_deleted and m.amount is not null and m.spend_date is null
    union all
    select 'program_unsynced'
    from staging.marketo_program_cost p
    left join staging.marketo_program g on g.program_id = p.program_id
    where not p.is_deleted and p.cost is not null and g.sfdc_id is null
) y
group by y.reason
union all
select 'subscription', v.drop_reason, count(*)
from core.subscription_version v
where v.drop_reason is not null
group by v.drop_reason
union all
select y.entity, y.reason, count(*)
from (
    select 'charge' as entity,
        case
            when c.is_deleted or coalesce(p.is_deleted, false) then 'deleted'
            when v.subscription_id is null then 'superseded'
            when c.from_date is null then 'undated'
        end as reason
    from staging.zuora_rate_plan_charge c
    left join staging.zuora_rate_plan p on p.rate_plan_id = c.rate_plan_id
    left join core.subscription v on v.subscription_id = coalesce(p.subscription_id, c.subscription_id)
    union all
    select 'invoice_item', case when i.is_deleted then 'deleted' when d.invoice_id is not null then 'invoice_deleted' end
    from staging.zuora_invoice_item i
    left join staging.zuora_invoice d on d.invoice_id = i.invoice_id and d.is_deleted
    union all
    select 'invoice', 'undated'
    from staging.zuora_invoice i
    where not i.is_deleted and i.invoice_date is null and i.created_at is null
    union all
    select 'payment', 'undated'
    from staging.zuora_payment p
    where not p.is_deleted and p.payment_date is null and p.created_at is null
    union all
    select 'refund', 'undated'
    from staging.zuora_refund r
    where not r.is_deleted and r.refund_date is null and r.created_at is null
) y
where y.reason is not null
group by y.entity, y.reason
