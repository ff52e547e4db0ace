/*
grain: something a reader of the metrics must know
key: [code, object]
columns:
  code: kind of note
  object: what it is about
  detail: one sentence
  rows_affected?: how many rows
  metric_names: metrics it bears on
*/
select n.code, n.object, n.detail, n.rows_affected, n.metric_names
from staging.build_note n
cross join staging.settings s
where n.code <> 'sao_undefined' or s.sao_stage is null
union all
select 'spend_unknown', 'core.campaign',
    'campaigns that no source of spend knows: their spend and every ratio of it is null',
    sum(g.spend_unknown_campaigns)::bigint,
    array['spend', 'cost_per_lead', 'cac', 'cost_per_iacv_dollar', 'roi']
from marts.performance_group g
where g.dimension = 'total' and g.spend_unknown_campaigns > 0
group by 1, 2
union all
select 'spend_dates_missing', 'core.campaign',
    'campaigns with a cost but without start or end date: the cost stands on the date that is known',
    count(distinct c.campaign_id),
    array['spend']
from core.campaign c
join core.spend_day d on d.campaign_id = c.campaign_id and d.basis = 'actual_cost'
where c.start_date is null or c.end_date is null
having count(*) > 0
union all
select 'margin_missing', 'settings.json', 'gross_margin is not set: LTV and ROI are null', null, array['ltv', 'roi']
from staging.settings s
where s.gross_margin is null
union all
select 'person_without_email', 'core.person', 'leads and contacts without e-mail count as a person each',
    count(*), array['leads']
from core.person p
where p.email is null
having count(*) > 0
union all
select d.drop_reason, d.entity, 'responses that are no touch', count(*), array['leads', 'new_customers', 'won_iacv']
from (
    select m.drop_reason, 'core.campaign_member_touch' as entity from core.campaign_member_touch m
    union all
    select a.drop_reason, 'core.marketo_touch' from core.marketo_touch a
) d
where d.drop_reason is not null
group by d.drop_reason, d.entity
union all
select 'account_missing', 'core.opportunity', 'won opportunities without account: each counts as an organization of its own',
    count(*), array['new_customers']
from core.opportunity o
where o.is_won_to_date and o.account_id is null
having count(*) > 0
union all
select 'spend_superseded', 'core.spend_source',
    'campaigns that several sources of spend know: the first of spend.csv, mapped tables, Marketo, cost field counts',
    count(distinct x.campaign_id), array['spend', 'cost_per_lead', 'cac', 'cost_per_iacv_dollar', 'roi']
from core.spend_source x
where not x.is_used
having count(*) > 0
union all
select d.reason, 'core.spend_source', 'rows of spend that no campaign or no day can be found for', d.rows, array['spend']
from core.dropped d
where d.entity = 'spend'
union all
select 'markov_fallback', 'marts.attribution_touch',
    'no path converts, or no path goes through any channel of these events: linear stands in for markov',
    sum(k.linear_events)::bigint, array['leads', 'saos', 'new_customers', 'won_iacv']
from marts.markov_sum k
cross join staging.settings s
where 'markov' = any (s.models)
having sum(k.linear_events) > 0
union all
select 'retention_capped', 'marts.retention',
    case when r.events = 0
        then 'no chain of subscriptions has ended: the lifetime is retention_cap_months'
        else 'the computed lifetime is longer than retention_cap_months, which stands for it'
    end,
    null, array['retention', 'ltv', 'roi']
from marts.retention r
where r.is_capped
union all
select 'no_recurring_revenue', 'core.charge',
    'no charge with recurring revenue up to as_of: without average_retention_months LTV and ROI are null',
    null, array['mrr', 'retention', 'ltv', 'roi']
from staging.settings s
where not exists (select 1 from marts.retention r)
    and not exists (select 1 from staging.build_note n where n.code = 'no_billing')
union all
select 'billing_account_unlinked', 'core.subscription_chain',
    'chains of subscriptions whose billing account names no Salesforce account: each such account is an organization of its own',
    count(*), array['mrr', 'mrr_movement_organization']
from core.subscription_chain h
where h.account_id is null
having count(*) > 0
union all
select 'renewal_ring', 'core.subscription_link',
    'rings of subscriptions that renew each other: each is cut at its oldest member',
    count(*), array['mrr_movement', 'cohort_retention']
from core.subscription_link l
where l.is_cycle_cut
having count(*) > 0
union all
select 'quota_missing', 'quota.csv', 'there is no quota: coverage is null', null, array['coverage']
from staging.settings s
where not exists (select 1 from staging.seed_quota q)
union all
select 'stage_order_by_name', 'stage.csv',
    'neither stage.csv nor OpportunityStage tells the order of the stages: it is that of their names',
    null, array['stage_conversion']
from staging.settings s
where not exists (select 1 from core.stage t where t.source in ('stage.csv', 'OpportunityStage'))
