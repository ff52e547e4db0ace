/*
title: a step that a lead made, in the month of the step and, for the basis cohort, in that of the lead's creation
dimensions: [month, basis, channel, campaign_id, lead_source, segment, owner_id]
labels: {basis: basis_name, campaign_id: campaign_name, owner_id: owner_name}
every: [basis]
details: true
optional: true
columns:
  step: Step
  day: Day
  person: Person
  company: Company
  source: Source
  campaign: First touch
  owner: Owner
  created_date: Created
  days_from_lead: Days since created
  days_from_mql: Since MQL
  days_from_sao: Since SAO
  skipped_steps: Skipped steps
  against_time: Against time
*/
-- A duration below 0 is none: it counts as a step against time, and is no part of a median.
with made as (
    select f.lead_id, s.place, s.step, s.day,
        case when s.from_lead >= 0 then s.from_lead end as days_from_lead,
        case when s.from_mql >= 0 then s.from_mql end as days_from_mql,
        case when s.from_sao >= 0 then s.from_sao end as days_from_sao,
        s.skipped_steps,
        case when s.from_lead < 0 then 1 else 0 end + case when s.from_mql < 0 then 1 else 0 end
            + case when s.from_sao < 0 then 1 else 0 end as against_time,
        date_trunc('month', f.created_date::timestamp)::date as cohort_month,
        date_trunc('month', s.day::timestamp)::date as calendar_month
    from funnel_lead f
    cross join lateral (values
        (1, 'Lead', true, f.created_date, null::int, null::int, null::int, f.skipped_steps),
        (2, 'MQL', f.is_mql, f.mql_date, f.lead_to_mql_days, null, null, null),
        (3, 'Converted', f.is_converted, f.converted_date, null, null, null, null),
        (4, 'Opportunity', f.has_opportunity, f.opportunity_date, null, null, null, null),
        (5, 'SAO', f.is_sao, f.sao_date, f.lead_to_sao_days, f.mql_to_sao_days, null, null),
        (6, 'Won', f.is_won, f.won_date, f.lead_to_won_days, null, f.sao_to_won_days, null)
    ) as s (place, step, is_made, day, from_lead, from_mql, from_sao, skipped_steps)
    where s.is_made
)
select b.month, b.basis, initcap(b.basis) as basis_name,
    f.channel, f.campaign_id, coalesce(g.group_name, f.campaign_id) as campaign_name,
    f.lead_source, f.segment, f.owner_id, coalesce(u.name, f.owner_id) as owner_name,
    m.step, m.day, coalesce(p.email, l.person_key, f.lead_id) as person, l.company, f.lead_source as source,
    coalesce(g.group_name, f.campaign_id) as campaign, coalesce(u.name, f.owner_id) as owner, f.created_date,
    m.days_from_lead, m.days_from_mql, m.days_from_sao, nullif(m.skipped_steps, 0) as skipped_steps,
    nullif(m.against_time, 0) as against_time
from made m
join funnel_lead f on f.lead_id = m.lead_id
cross join lateral (
    select m.cohort_month as month, case when m.cohort_month = m.calendar_month then null else 'cohort' end as basis
    union all
    select m.calendar_month, 'calendar' where m.calendar_month <> m.cohort_month
) b
left join {core}.lead l on l.lead_id = f.lead_id
left join {core}.person p on p.person_key = l.person_key
left join {core}.user u on u.user_id = f.owner_id
left join performance_group g on g.dimension = 'campaign' and g.group_id = f.campaign_id
order by f.created_date desc, f.lead_id collate "C", m.place, b.basis collate "C"
