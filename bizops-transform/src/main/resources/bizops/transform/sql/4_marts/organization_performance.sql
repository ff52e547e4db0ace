/*
grain: a live account
key: [account_id]
references:
  account_id: core.organization.account_id
columns:
  account_id: Salesforce's Account.Id
  name: name of the account
  segment?: the mapping file's segment
  owner_id?: Account.OwnerId
  leads: live leads converted into it
  people: distinct persons of those leads and of its live contacts
  touches: all touches of those persons
  saos?: sales accepted opportunities; null where sales acceptance is not defined
  won: won opportunities
  won_iacv: their IACV
  new_customer_date?: close date of its first won opportunity
  attributed_cost: cost of its leads by the default model, an unknown one as 0; other models are in organization_cost
  leads_with_unknown_cost: leads whose cost is not known
  current_mrr?: monthly recurring revenue of as_of's month; null without a billing source, like the next ones
  revenue_to_date?: sum of its monthly recurring revenue over all months
  gross_margin_to_date?: that times gross_margin; null without it
  refunds?: refunds that were processed
  ltv_to_date_per_cost?: gross margin to date / attributed cost
*/
with reached as (
    select p.account_id, count(*) as people, coalesce(sum(t.touch_count), 0)::bigint as touches
    from marts.organization_person p
    left join core.person t on t.person_key = p.person_key
    group by p.account_id
),
sold as (
    select o.account_id,
        count(*) filter (where o.is_sao) as saos,
        count(*) filter (where o.is_won_to_date) as won,
        coalesce(sum(o.iacv) filter (where o.is_won_to_date), 0) as won_iacv
    from core.opportunity o
    group by o.account_id
),
earned as (
    select m.account_id,
        coalesce(sum(m.mrr) filter (where m.month = date_trunc('month', s.as_of::timestamp)::date), 0) as current_mrr,
        sum(m.mrr) as revenue
    from marts.mrr_month m
    cross join staging.settings s
    group by m.account_id
),
refunded as (
    select r.account_id, sum(r.amount) as refunds
    from core.refund r
    where r.is_processed
    group by r.account_id
),
-- organization_cost in one model alone, so that no touch is weighed in the others; first and last ask for no more than
-- the one touch that has all, markov's weights are made when asked for, and what a query of its own tells of the settings
-- is known before any of them is.
chosen as (
    select t.event_id, t.campaign_id,
        case s.default_model
            when 'first' then t.w_first
            when 'last' then t.w_last
            when 'linear' then t.w_linear
            when 'u_shaped' then t.w_u_shaped
            when 'w_shaped' then t.w_w_shaped
            when 'full_path' then t.w_full_path
            when 'time_decay' then t.w_time_decay
            when 'shapley' then t.w_shapley
        end as weight
    from marts.attribution_weight t
    cross join staging.settings s
    where t.event_type = 'lead' and (select m.default_model from staging.settings m) not in ('first', 'last', 'markov')
    union all
    select v.event_id, v.campaigns[case s.default_model when 'first' then 1 else cardinality(v.campaigns) end], 1
    from marts.markov_visit v
    cross join staging.settings s
    where v.event_type = 'lead' and (select m.default_model from staging.settings m) in ('first', 'last')
    union all
    select t.event_id, t.campaign_id, t.w_markov
    from marts.attribution_touch t
    where t.event_type = 'lead' and (select m.default_model from staging.settings m) = 'markov'
),
weighed as (
    select t.event_id as lead_id, a.organization_id, t.weight, p.cost_per_lead
    from core.lead l
    cross join staging.settings s
    join core.organization_alias a on a.account_id = l.converted_account_id
    join chosen t on t.event_id = l.lead_id
    join marts.campaign_performance p on p.model = s.default_model and p.campaign_id = t.campaign_id
),
lead_cost as (
    select w.lead_id, w.organization_id,
        case
            when count(*) filter (where w.weight <> 0 and w.cost_per_lead is null) = 0 then sum(w.weight * w.cost_per_lead)
        end as cost
    from weighed w
    group by w.lead_id, w.organization_id
),
costed as (
    select c.organization_id as account_id, count(*) as leads, coalesce(sum(c.cost), 0) as attributed_cost,
        count(*) filter (where c.cost is null) as leads_with_unknown_cost
    from lead_cost c
    group by c.organization_id
),
complete as (
    select a.account_id, a.name, a.segment, a.owner_id,
        coalesce(c.leads, 0) as leads,
        coalesce(p.people, 0) as people,
        coalesce(p.touches, 0) as touches,
        case when i.is_sao_defined then coalesce(o.saos, 0) end as saos,
        coalesce(o.won, 0) as won,
        coalesce(o.won_iacv, 0) as won_iacv,
        a.first_won_date as new_customer_date,
        coalesce(c.attributed_cost, 0) as attributed_cost,
        coalesce(c.leads_with_unknown_cost, 0) as leads_with_unknown_cost,
        case when b.is_there then coalesce(m.current_mrr, 0) end as current_mrr,
        case when b.is_there then coalesce(m.revenue, 0) end as revenue_to_date,
        case when b.is_there then coalesce(m.revenue, 0) * i.gross_margin end as gross_margin_to_date,
        case when b.is_there then coalesce(r.refunds, 0) end as refunds
    from core.organization a
    cross join marts.build_info i
    cross join (
        select not exists (select 1 from staging.build_note n where n.code = 'no_billing') as is_there
    ) b
    left join costed c on c.account_id = a.account_id
    left join reached p on p.account_id = a.account_id
    left join sold o on o.account_id = a.account_id
    left join earned m on m.account_id = a.account_id
    left join refunded r on r.account_id = a.account_id
)
select c.*, c.gross_margin_to_date / nullif(c.attributed_cost, 0) as ltv_to_date_per_cost
from complete c
