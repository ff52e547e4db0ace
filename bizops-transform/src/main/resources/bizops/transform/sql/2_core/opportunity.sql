/*
grain: a live Opportunity
key: [opportunity_id]
narrow:
  inputs:
    staging.salesforce_opportunity: [opportunity_id]
    staging.salesforce_opportunity_history: [opportunity_id]
    core.opportunity_person: [opportunity_id]
  rows: [opportunity_id]
  dirty: |
    with changed as (
        select o.opportunity_id from staging_change.salesforce_opportunity o
        union
        select h.opportunity_id from staging_change.salesforce_opportunity_history h
        union
        select p.opportunity_id from core_change.opportunity_person p
        union
        select l.converted_opportunity_id from core_change.lead l
        union
        select p.opportunity_id
        from core_change.lead l
        join core.opportunity_person p on p.person_key = l.person_key
    ),
    seller as (
        select o.account_id from staging_change.salesforce_opportunity o
        union
        select o.account_id
        from changed c
        join staging.salesforce_opportunity o on o.opportunity_id = c.opportunity_id
        union
        select n.account_id from staging_change.salesforce_account n
    ),
    organization as (
        select coalesce(a.organization_id, s.account_id) as account_id
        from seller s
        left join core.organization_alias a on a.account_id = s.account_id
        union
        select x.account_id from core_change.organization_alias x
        union
        select x.organization_id from core_change.organization_alias x
    )
    select c.opportunity_id from changed c
    union  -- which opportunity of an account was won first is told by all that it has
    select o.opportunity_id
    from staging.salesforce_opportunity o
    left join core.organization_alias a on a.account_id = o.account_id
    join organization g on g.account_id = coalesce(a.organization_id, o.account_id)
references:
  lead_id: core.lead.lead_id
warn_references:
  account_id: core.organization.account_id
  owner_id: core.user.user_id
indexes:
  - [account_id]
  - [close_date]
columns:
  opportunity_id: Salesforce's Opportunity.Id
  account_id?: the live account, merges followed
  name: name; the id where it is blank
  type?: Opportunity.Type
  stage?: Opportunity.StageName
  is_closed: Opportunity.IsClosed
  is_won: Opportunity.IsWon, whatever the close date
  is_won_to_date: won with a close date up to as_of; what every metric calls won
  lead_source?: Opportunity.LeadSource
  source_bucket: bucket of lead_source_bucket.csv, else Other
  generated_source?: who made it, such as BDR Generated
  campaign_id?: primary campaign (Opportunity.CampaignId)
  owner_id?: Opportunity.OwnerId
  currency: ISO 4217 code
  amount?: Amount in the reporting currency at the close date's rate
  amount_local?: Amount in its own currency
  iacv: incremental annual contract value in the reporting currency; 0 where the source has none
  is_iacv_missing: whether the source has no incremental annual contract value
  acv?: annual contract value in the reporting currency
  renewal_acv?: renewed part of the annual contract value in the reporting currency
  created_at: instant of creation
  created_date: local day of creation
  sao_date?: day sales accepted it
  close_date: (expected) day of closing
  is_sao: counts as a sales accepted opportunity
  is_new_customer: first won opportunity of its account
  lead_id?: oldest live lead converted into it, else oldest live lead of a person in its group
  probability?: 0..1
  segment?: segment of the mapping file, else the live account's
  margin?: fraction of the mapping file
  is_rate_missing: whether its currency has no rate at the close date
*/
with first_in_stage as (
    select h.opportunity_id, min((h.created_at at time zone s.reporting_timezone)::date) as entered_date
    from staging.salesforce_opportunity_history h
    cross join staging.settings s
    where not h.is_deleted and h.stage = s.sao_stage
    group by h.opportunity_id
),
converted_lead as (
    select distinct on (l.converted_opportunity_id) l.converted_opportunity_id as opportunity_id, l.lead_id
    from core.lead l
    join staging.salesforce_opportunity o on o.opportunity_id = l.converted_opportunity_id
    order by l.converted_opportunity_id, l.created_at, l.lead_id
),
group_lead as (
    select distinct on (p.opportunity_id) p.opportunity_id, l.lead_id
    from core.opportunity_person p
    join core.lead l on l.person_key = p.person_key
    order by p.opportunity_id, l.created_at, l.lead_id
),
rated as (
    select o.*,
        coalesce(o.currency, s.reporting_currency) as currency_code,
        case when coalesce(o.currency, s.reporting_currency) = s.reporting_currency then 1 else r.rate end as rate
    from staging.salesforce_opportunity o
    cross join staging.settings s
    left join core.currency_rate r
        on r.currency = o.currency and o.close_date >= r.valid_from and o.close_date < r.valid_to
    where not o.is_deleted
),
built as (
    select o.opportunity_id,
        coalesce(a.organization_id, o.account_id) as account_id,
        coalesce(o.name, o.opportunity_id) as name,
        o.type,
        o.stage,
        coalesce(o.is_closed, false) as is_closed,
        coalesce(o.is_won, false) as is_won,
        coalesce(o.is_won and o.close_date <= s.as_of, false) as is_won_to_date,
        o.lead_source,
        coalesce(b.bucket, 'Other') as source_bucket,
        o.generated_source,
        o.campaign_id,
        o.owner_id,
        o.currency_code as currency,
        round(o.amount * o.rate, 6)::numeric(24, 6) as amount,
        o.amount::numeric(24, 6) as amount_local,
        coalesce(round(o.iacv * o.rate, 6), 0)::numeric(24, 6) as iacv,
        o.iacv is null as is_iacv_missing,
        round(o.acv * o.rate, 6)::numeric(24, 6) as acv,
        round(o.renewal_acv * o.rate, 6)::numeric(24, 6) as renewal_acv,
        o.created_at,
        (o.created_at at time zone s.reporting_timezone)::date as created_date,
        coalesce(o.sao_date, f.entered_date) as sao_date,
        o.close_date,
        coalesce(v.lead_id, g.lead_id) as lead_id,
        (case when abs(o.probability) < 1000 then o.probability / 100 end)::numeric(5, 4) as probability,
        coalesce(o.segment, n.segment) as segment,
        o.margin::numeric(24, 6) as margin,
        o.rate is null and coalesce(o.amount, o.iacv, o.acv, o.renewal_acv) is not null as is_rate_missing
    from rated o
    cross join staging.settings s
    left join core.organization_alias a on a.account_id = o.account_id
    left join staging.salesforce_account n
        on n.account_id = coalesce(a.organization_id, o.account_id) and not n.is_deleted
    left join staging.seed_lead_source_bucket b on b.lead_source = o.lead_source
    left join first_in_stage f on f.opportunity_id = o.opportunity_id
    left join converted_lead v on v.opportunity_id = o.opportunity_id
    left join group_lead g on g.opportunity_id = o.opportunity_id
),
first_won as (
    select distinct on (b.account_id) b.opportunity_id
    from built b
    where b.is_won_to_date and b.account_id is not null
    order by b.account_id, b.close_date, b.opportunity_id
)
select b.opportunity_id, b.account_id, b.name, b.type, b.stage, b.is_closed, b.is_won, b.is_won_to_date,
    b.lead_source, b.source_bucket, b.generated_source, b.campaign_id, b.owner_id, b.currency,
    b.amount, b.amount_local, b.iacv, b.is_iacv_missing, b.acv, b.renewal_acv,
    b.created_at, b.created_date, b.sao_date, b.close_date,
    b.sao_date is not null
        and coalesce(b.amount_local >= 0, false)
        and case when b.type is null then s.sao_types_hold_null else b.type = any (s.sao_types) end
        and not coalesce(b.stage = any (s.sao_excluded_stages), false)
        and not coalesce(b.lead_source = any (s.sao_excluded_lead_sources), false) as is_sao,
    f.opportunity_id is not null or (b.is_won_to_date and b.account_id is null) as is_new_customer,
    b.lead_id, b.probability, b.segment, b.margin, b.is_rate_missing
from built b
cross join staging.settings s
left join first_won f on f.opportunity_id = b.opportunity_id
