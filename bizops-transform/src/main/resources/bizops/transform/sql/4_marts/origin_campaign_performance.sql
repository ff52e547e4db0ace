/*
grain: a live campaign, or (unattributed), and the live leads whose person's earliest touch was its, whenever that touch was
key: [campaign_id]
columns:
  campaign_id: Salesforce's Campaign.Id, or (unattributed)
  campaign_name: name of the campaign
  channel: channel of the campaign
  leads: live leads
  won: those whose opportunity is won
  conversion_rate?: won / leads
  median_days?: median of close date minus created date over the won ones, negative ones left out
  negative_days: won ones whose opportunity closed before the lead was created
  won_within_30_days: won ones with 0..30 days
  won_within_90_days: won ones with 0..90 days
  amount: amount of the won ones
  iacv: IACV of the won ones
*/
select g.group_id as campaign_id, g.group_name as campaign_name, g.channel,
    count(f.lead_id) as leads,
    count(*) filter (where f.is_won) as won,
    count(*) filter (where f.is_won)::numeric / nullif(count(f.lead_id), 0) as conversion_rate,
    (percentile_cont(0.5) within group (order by case when f.days >= 0 then f.days end))::numeric(12, 1) as median_days,
    count(*) filter (where f.days < 0) as negative_days,
    count(*) filter (where f.days >= 0 and f.days <= 30) as won_within_30_days,
    count(*) filter (where f.days >= 0 and f.days <= 90) as won_within_90_days,
    coalesce(sum(f.amount), 0) as amount,
    coalesce(sum(f.iacv), 0) as iacv
from marts.performance_group g
left join marts.lead_source_fact f on f.origin_campaign_id = g.group_id
where g.dimension = 'campaign'
group by g.group_id, g.group_name, g.channel
