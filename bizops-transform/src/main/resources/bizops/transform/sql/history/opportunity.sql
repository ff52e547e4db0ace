/*
narrow:
  inputs:
    staging.salesforce_opportunity: [opportunity_id]
    staging.salesforce_opportunity_history: [opportunity_id]
    staging.salesforce_opportunity_field_history: [opportunity_id]
  rows: [id]
  regardless: [staging.build_note]  # which columns raw has; others make everything anew
  dirty: |
    select x.opportunity_id, x.opportunity_id as id
    from (
        select o.opportunity_id from staging_change.salesforce_opportunity o
        union
        select h.opportunity_id from staging_change.salesforce_opportunity_history h
        union
        select f.opportunity_id from staging_change.salesforce_opportunity_field_history f
    ) x
columns:
  stage: {type: text, says: Opportunity.StageName}
  amount: {type: number, says: Amount in the opportunity's own currency}
  currency: {type: text, says: ISO 4217 code; null for the reporting currency}
  close_date: {type: date, says: Opportunity.CloseDate}
  owner_id: {type: text, says: Opportunity.OwnerId}
  account_id: {type: text, says: Opportunity.AccountId}
  type: {type: text, says: Opportunity.Type}
  lead_source: {type: text, says: Opportunity.LeadSource}
  campaign_id: {type: text, says: Opportunity.CampaignId}
  probability: {type: number, says: 0..1}
  forecast_category: {type: text, says: Opportunity.ForecastCategory}
  iacv: {type: number, says: incremental annual contract value in the opportunity's own currency}
  sao_date: {type: date, says: day sales accepted it}
*/
select o.opportunity_id as id, o.created_at, coalesce(o.modified_at, h.last_at) as modified_at, o.deleted_at, o.is_deleted,
    o.stage, o.amount::numeric(24, 6) as amount, o.currency, o.close_date, o.owner_id, o.account_id, o.type,
    o.lead_source, o.campaign_id, (o.probability / 100)::numeric(24, 6) as probability, o.forecast_category,
    o.iacv::numeric(24, 6) as iacv, o.sao_date
from staging.salesforce_opportunity o
left join (
    select r.opportunity_id, max(r.created_at) as last_at
    from staging.salesforce_opportunity_history r
    where not r.is_deleted
    group by r.opportunity_id
) h on h.opportunity_id = o.opportunity_id
