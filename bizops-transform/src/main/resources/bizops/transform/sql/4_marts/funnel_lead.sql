/*
grain: a live lead and how far it came
key: [lead_id]
distribution: lead_id
narrow:
  inputs: {core.lead: [lead_id], marts.attribution_weight: [event_type, event_id]}
  rows: [lead_id]
  regardless: [marts.build_info, staging.build_note]  # which columns raw has; others make everything anew
  dirty: |
    select x.lead_id, 'lead' as event_type, x.lead_id as event_id
    from (
        select c.lead_id
        from core_change.lead c
        union
        select c.event_id
        from marts_change.attribution_weight c
        where c.event_type = 'lead'
        union
        select l.lead_id
        from core_change.opportunity c
        join core.lead l on l.converted_opportunity_id = c.opportunity_id
    ) x
references:
  lead_id: core.lead.lead_id
columns:
  lead_id: Salesforce's Lead.Id
  campaign_id: campaign of its first eligible touch, or (unattributed)
  channel: channel of that campaign, or (unattributed)
  lead_source?: Lead.LeadSource
  source_bucket: bucket of lead_source_bucket.csv, else Other
  owner_id?: Lead.OwnerId
  segment?: the mapping file's segment
  opportunity_id?: the live opportunity it was converted into
  created_date: local day of creation
  mql_date?: day it became marketing qualified
  converted_date?: day of conversion; the created date where a converted lead has none
  opportunity_date?: created date of the opportunity
  sao_date?: day sales accepted the opportunity
  won_date?: close date of the won opportunity
  is_mql?: marketing qualified; null where that is not defined
  is_converted: Lead.IsConverted
  has_opportunity: converted into a live opportunity
  is_sao?: that opportunity is sales accepted; null where that is not defined
  is_won: that opportunity is won
  skipped_steps: steps that did not happen before one that did
  lead_to_mql_days?: created to MQL; may be negative, like the next ones
  mql_to_sao_days?: MQL to SAO
  lead_to_sao_days?: created to SAO
  sao_to_won_days?: SAO to close date
  lead_to_won_days?: created to close date
*/
with dated as (
    select l.lead_id, t.campaign_id, t.channel, l.lead_source, l.source_bucket, l.owner_id, l.segment, o.opportunity_id,
        l.created_date,
        l.mql_date,
        case when l.is_converted then coalesce(l.converted_date, l.created_date) end as converted_date,
        o.created_date as opportunity_date,
        case when o.is_sao then o.sao_date end as sao_date,
        case when o.is_won_to_date then o.close_date end as won_date,
        not exists (select 1 from staging.build_note n where n.code = 'mql_undefined') as is_mql_defined,
        i.is_sao_defined
    from core.lead l
    join marts.attribution_weight t
        on t.event_type = 'lead' and t.event_id = l.lead_id and coalesce(t.position, 1) = 1
    left join core.opportunity o on o.opportunity_id = l.converted_opportunity_id
    cross join marts.build_info i
),
reached as (
    select d.*,
        case
            when d.won_date is not null then 5
            when d.sao_date is not null then 4
            when d.opportunity_date is not null then 3
            when d.converted_date is not null then 2
            when d.mql_date is not null then 1
            else 0
        end as last_step
    from dated d
)
select r.lead_id, r.campaign_id, r.channel, r.lead_source, r.source_bucket, r.owner_id, r.segment, r.opportunity_id,
    r.created_date, r.mql_date, r.converted_date, r.opportunity_date, r.sao_date, r.won_date,
    case when r.is_mql_defined then r.mql_date is not null end as is_mql,
    r.converted_date is not null as is_converted,
    r.opportunity_date is not null as has_opportunity,
    case when r.is_sao_defined then r.sao_date is not null end as is_sao,
    r.won_date is not null as is_won,
    (case when r.last_step > 1 and r.mql_date is null and r.is_mql_defined then 1 else 0 end
        + case when r.last_step > 2 and r.converted_date is null then 1 else 0 end
        + case when r.last_step > 4 and r.sao_date is null and r.is_sao_defined then 1 else 0 end) as skipped_steps,
    r.mql_date - r.created_date as lead_to_mql_days,
    r.sao_date - r.mql_date as mql_to_sao_days,
    r.sao_date - r.created_date as lead_to_sao_days,
    r.won_date - r.sao_date as sao_to_won_days,
    r.won_date - r.created_date as lead_to_won_days
from reached r
