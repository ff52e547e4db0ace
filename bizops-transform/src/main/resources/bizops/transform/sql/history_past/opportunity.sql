/*
says: versions that OpportunityHistory and OpportunityFieldHistory tell of; what neither tells is as it is now
*/
with entry as (
    select distinct on (h.opportunity_id, h.created_at)
        h.opportunity_id, h.created_at, h.stage, h.amount, h.close_date, h.probability, h.forecast_category
    from staging.salesforce_opportunity_history h
    where not h.is_deleted and h.created_at is not null
    order by h.opportunity_id, h.created_at, h.opportunity_history_id desc
),
entry_span as (
    select e.*,
        case when lag(e.created_at) over own is null then timestamptz '-infinity' else e.created_at end as from_at,
        coalesce(lead(e.created_at) over own, timestamptz 'infinity') as to_at
    from entry e
    window own as (partition by e.opportunity_id order by e.created_at)
),
change as (
    select distinct on (h.opportunity_id, h.field, h.created_at)
        h.opportunity_id, h.field, h.created_at, h.old_value, h.new_value
    from staging.salesforce_opportunity_field_history h
    where not h.is_deleted and h.created_at is not null
        and (
            h.field in ('Type', 'LeadSource', 'StageName', 'Amount', 'CloseDate', 'Probability',
                'Incremental_ACV__c', 'Sales_Accepted_Date__c')
            or (h.field in ('Owner', 'Account', 'Campaign')
                and coalesce(h.new_value, h.old_value) ~ '^(005|00G|001|701)[0-9a-zA-Z]{12}([0-9a-zA-Z]{3})?$')
        )
    order by h.opportunity_id, h.field, h.created_at, h.opportunity_field_history_id desc
),
change_span as (
    select c.opportunity_id, c.field, c.created_at as from_at,
        coalesce(lead(c.created_at) over (partition by c.opportunity_id, c.field order by c.created_at),
            timestamptz 'infinity') as to_at,
        c.new_value as value
    from change c
    union all
    select f.opportunity_id, f.field, timestamptz '-infinity', f.created_at, f.old_value
    from (
        select distinct on (c.opportunity_id, c.field) c.opportunity_id, c.field, c.created_at, c.old_value
        from change c
        order by c.opportunity_id, c.field, c.created_at
    ) f
),
moment as (
    select e.opportunity_id, e.created_at as at from entry e
    union
    select c.opportunity_id, c.created_at from change c
),
point as (
    select m.opportunity_id, m.at from moment m
    union
    select o.opportunity_id, o.created_at
    from staging.salesforce_opportunity o
    where o.created_at is not null and exists (select 1 from moment m where m.opportunity_id = o.opportunity_id)
),
told as (
    select p.opportunity_id, p.at, array_agg(s.field) as fields,
        max(s.value) filter (where s.field = 'Owner') as owner_id,
        max(s.value) filter (where s.field = 'Account') as account_id,
        max(s.value) filter (where s.field = 'Campaign') as campaign_id,
        max(s.value) filter (where s.field = 'Type') as type,
        max(s.value) filter (where s.field = 'LeadSource') as lead_source,
        max(s.value) filter (where s.field = 'StageName') as stage,
        max(s.value) filter (where s.field = 'Amount' and s.value ~ '^-?[0-9]+([.][0-9]+)?$') as amount,
        max(s.value) filter (where s.field = 'Probability' and s.value ~ '^[0-9]+([.][0-9]+)?$') as probability,
        max(s.value) filter (where s.field = 'Incremental_ACV__c' and s.value ~ '^-?[0-9]+([.][0-9]+)?$') as iacv,
        max(s.value) filter (where s.field = 'CloseDate' and s.value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}') as close_date,
        max(s.value) filter (where s.field = 'Sales_Accepted_Date__c' and s.value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}')
            as sao_date
    from point p
    left join change_span s on s.opportunity_id = p.opportunity_id and s.from_at <= p.at and p.at < s.to_at
    group by p.opportunity_id, p.at
),
merged as (
    select t.opportunity_id, t.at,
        case when e.opportunity_id is not null then e.stage when 'StageName' = any (t.fields) then t.stage else o.stage
            end as stage,
        case when e.opportunity_id is not null then e.amount when 'Amount' = any (t.fields) then t.amount::numeric
            else o.amount end as amount,
        case when e.opportunity_id is not null then e.close_date
            when 'CloseDate' = any (t.fields) then left(t.close_date, 10)::date else o.close_date end as close_date,
        case when e.opportunity_id is not null then e.probability
            when 'Probability' = any (t.fields) then t.probability::numeric else o.probability end as probability,
        case when e.opportunity_id is not null then e.forecast_category else o.forecast_category end as forecast_category,
        o.currency,
        case when 'Owner' = any (t.fields) then t.owner_id else o.owner_id end as owner_id,
        case when 'Account' = any (t.fields) then t.account_id else o.account_id end as account_id,
        case when 'Type' = any (t.fields) then t.type else o.type end as type,
        case when 'LeadSource' = any (t.fields) then t.lead_source else o.lead_source end as lead_source,
        case when 'Campaign' = any (t.fields) then t.campaign_id else o.campaign_id end as campaign_id,
        case when 'Incremental_ACV__c' = any (t.fields) then t.iacv::numeric else o.iacv end as iacv,
        case when 'Sales_Accepted_Date__c' = any (t.fields) then left(t.sao_date, 10)::date else o.sao_date end as sao_date
    from told t
    join staging.salesforce_opportunity o on o.opportunity_id = t.opportunity_id and not o.is_deleted
    left join entry_span e on e.opportunity_id = t.opportunity_id and e.from_at <= t.at and t.at < e.to_at
)
select m.opportunity_id as id, m.at as valid_from, m.stage, m.amount::numeric(24, 6) as amount, m.currency, m.close_date,
    m.owner_id, m.account_id, m.type, m.lead_source, m.campaign_id,
    (m.probability / 100)::numeric(24, 6) as probability, m.forecast_category,
    case when exists (select 1 from staging.build_note n where n.code = 'iacv_from_amount') then m.amount else m.iacv
        end::numeric(24, 6) as iacv,
    m.sao_date
from merged m
