/*
grain: a raw table and a layer, or a reason for which its rows went no further
key: [entity, layer]
columns:
  entity: the staging table that the rows came through
  layer: raw, all rows; core, those that arrived; staging, those that core reads without a row for each; the other ones went no further, such as duplicate (an older version), keyless, deleted, or a reason to drop
  rows: how many
  amounts?: sums of the amount in its own currency, by currency; null where the entity has none
*/
with staged as (
    select 'salesforce_lead' as entity, case when l.is_deleted then 'deleted' else 'live' end as fate, count(*) as rows
    from staging.salesforce_lead l
    group by 2
    union all
    select 'salesforce_contact', case when c.is_deleted then 'deleted' else 'live' end, count(*)
    from staging.salesforce_contact c
    group by 2
    union all
    select 'salesforce_account', case when a.is_deleted then 'deleted' else 'live' end, count(*)
    from staging.salesforce_account a
    group by 2
    union all
    select 'salesforce_campaign', case when c.is_deleted then 'deleted' else 'live' end, count(*)
    from staging.salesforce_campaign c
    group by 2
    union all
    select 'salesforce_user', case when u.is_deleted then 'deleted' else 'live' end, count(*)
    from staging.salesforce_user u
    group by 2
    union all
    select 'salesforce_opportunity', case when o.is_deleted then 'deleted' else 'live' end, count(*)
    from staging.salesforce_opportunity o
    group by 2
    union all
    select 'salesforce_campaign_member', m.fate, m.rows from core.campaign_member_count m where m.layer = 'staging'
    union all
    select 'marketo_activity',
        case when a.is_deleted then 'deleted' when t.activity_type_id is not null then 'live' else 'other_type' end,
        count(*)
    from staging.marketo_activity a
    left join staging.seed_touch_activity t on t.activity_type_id = a.activity_type_id
    group by 2
    union all
    select 'zuora_account', case when b.is_deleted then 'deleted' else 'live' end, count(*)
    from staging.zuora_account b
    group by 2
    union all
    select 'zuora_invoice',
        case
            when i.is_deleted then 'deleted'
            when i.invoice_date is null and i.created_at is null then 'undated'
            else 'live'
        end,
        count(*)
    from staging.zuora_invoice i
    group by 2
    union all
    select 'zuora_payment',
        case
            when p.is_deleted then 'deleted'
            when p.payment_date is null and p.created_at is null then 'undated'
            else 'live'
        end,
        count(*)
    from staging.zuora_payment p
    group by 2
    union all
    select 'zuora_refund',
        case
            when r.is_deleted then 'deleted'
            when r.refund_date is null and r.created_at is null then 'undated'
            else 'live'
        end,
        count(*)
    from staging.zuora_refund r
    group by 2
    union all
    select 'zuora_subscription', case when v.is_deleted then 'deleted' else 'live' end, count(*)
    from staging.zuora_subscription v
    group by 2
    union all
    select 'zuora_rate_plan_charge',
        case
            when c.is_deleted then 'deleted'
            when coalesce(p.is_deleted, false) then 'rate_plan_deleted'
            when v.subscription_id is null then 'superseded'
            when c.from_date is null then 'undated'
            else 'live'
        end,
        count(*)
    from staging.zuora_rate_plan_charge c
    left join staging.zuora_rate_plan p on p.rate_plan_id = c.rate_plan_id
    left join core.subscription v on v.subscription_id = coalesce(p.subscription_id, c.subscription_id)
    group by 2
    union all
    select 'zuora_invoice_item',
        case
            when i.is_deleted then 'deleted'
            when d.invoice_id is not null then 'invoice_deleted'
            else 'live'
        end,
        count(*)
    from staging.zuora_invoice_item i
    left join staging.zuora_invoice d on d.invoice_id = i.invoice_id and d.is_deleted
    group by 2
    union all
    select x.entity, case when x.is_deleted then 'deleted' else 'staging' end, count(*)
    from (
        select 'salesforce_opportunity_contact_role' as entity, t.is_deleted from staging.salesforce_opportunity_contact_role t
        union all
        select 'salesforce_opportunity_history', t.is_deleted from staging.salesforce_opportunity_history t
        union all
        select 'salesforce_opportunity_field_history', t.is_deleted from staging.salesforce_opportunity_field_history t
        union all
        select 'salesforce_opportunity_stage', t.is_deleted from staging.salesforce_opportunity_stage t
        union all
        select 'salesforce_task', t.is_deleted from staging.salesforce_task t
        union all
        select 'salesforce_event', t.is_deleted from staging.salesforce_event t
        union all
        select 'salesforce_dated_conversion_rate', t.is_deleted from staging.salesforce_dated_conversion_rate t
        union all
        select 'salesforce_currency_type', t.is_deleted from staging.salesforce_currency_type t
        union all
        select 'zuora_rate_plan', t.is_deleted from staging.zuora_rate_plan t
        union all
        select 'zuora_amendment', t.is_deleted from staging.zuora_amendment t
        union all
        select 'marketo_lead', t.is_deleted from staging.marketo_lead t
        union all
        select 'marketo_lead_merge', t.is_deleted from staging.marketo_lead_merge t
        union all
        select 'marketo_deleted_lead', t.is_deleted from staging.marketo_deleted_lead t
        union all
        select 'marketo_program', t.is_deleted from staging.marketo_program t
        union all
        select 'marketo_program_cost', t.is_deleted from staging.marketo_program_cost t
        union all
        select 'marketo_campaign', t.is_deleted from staging.marketo_campaign t
    ) x
    group by 1, 2
),
arrived as (
    select 'salesforce_lead' as entity, 'core' as layer, count(*) as rows from core.lead l
    union all
    select 'salesforce_contact', 'core', count(*) from core.contact c
    union all
    select 'salesforce_account', 'core', count(*) from core.organization o
    union all
    select 'salesforce_campaign', 'core', count(*) from core.campaign c
    union all
    select 'salesforce_user', 'core', count(*) from core.user u
    union all
    select 'salesforce_opportunity', 'core', count(*) from core.opportunity o
    union all
    select 'salesforce_campaign_member', m.fate, m.rows from core.campaign_member_count m where m.layer = 'core'
    union all
    select 'marketo_activity', coalesce(m.drop_reason, 'core'), count(*)
    from core.marketo_touch m
    group by 2
    union all
    select 'zuora_account', 'core', count(*) from core.billing_account b
    union all
    select 'zuora_invoice', 'core', count(*) from core.invoice i
    union all
    select 'zuora_payment', 'core', count(*) from core.payment p
    union all
    select 'zuora_refund', 'core', count(*) from core.refund r
    union all
    select 'zuora_subscription', 'core', count(*) from core.subscription b
    union all
    select 'zuora_rate_plan_charge', 'core', count(*) from core.charge c
    union all
    select 'zuora_invoice_item', 'core', count(*) from core.invoice_item i
    union all
    select 'zuora_subscription', v.drop_reason, count(*)
    from core.subscription_version v
    where v.drop_reason is not null
    group by 2
),
staged_total as (
    select s.entity, sum(s.rows)::bigint as rows from staged s group by s.entity
),
amount as (
    select x.entity, x.layer, jsonb_object_agg(x.currency, x.amount) as amounts
    from (
        select r.table_name as entity, 'raw' as layer,
            case when r.currency = '' then s.reporting_currency else r.currency end as currency,
            sum(r.amount) as amount
        from staging.raw_amount r
        cross join staging.settings s
        where r.table_name = 'salesforce_opportunity'
        group by 1, 2, 3
        union all
        select 'salesforce_opportunity', 'core', o.currency, coalesce(sum(o.amount_local), 0)
        from core.opportunity o
        group by 3
    ) x
    group by x.entity, x.layer
),
counted as (
    select r.table_name as entity, 'raw' as layer, r.rows from staging.raw_count r
    union all
    select r.table_name, 'keyless', coalesce(r.keyless, r.rows - coalesce(t.rows, 0))
    from staging.raw_count r
    left join staged_total t on t.entity = r.table_name
    union all
    select r.table_name, 'duplicate', r.rows - r.keyless - coalesce(t.rows, 0)
    from staging.raw_count r
    left join staged_total t on t.entity = r.table_name
    where r.keyless is not null
    union all
    select s.entity, s.fate, s.rows from staged s where s.fate <> 'live'
    union all
    select a.entity, a.layer, a.rows from arrived a
)
select c.entity, c.layer, c.rows, m.amounts
from counted c
join staging.raw_count r on r.table_name = c.entity
left join amount m on m.entity = c.entity and m.layer = c.layer
