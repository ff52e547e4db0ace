/*
grain: a live account that has a won opportunity or a subscription, on as_of; inputs for a health score, no score
key: [account_id, as_of]
references:
  account_id: core.organization.account_id
columns:
  account_id: Salesforce's Account.Id
  as_of: day of the build
  name: name of the account
  owner_id?: Account.OwnerId
  current_mrr?: monthly recurring revenue of as_of's month; null without a billing source, like all that comes from billing
  mrr_change_3_months?: that minus the revenue of three months earlier
  mrr_change_6_months?: minus that of six months earlier
  mrr_change_12_months?: minus that of twelve months earlier
  contraction_3_months?: contraction movements of the last three months, 0 or negative
  months_as_customer?: whole months since the mapping file's customer_since; without it since its first won opportunity or first subscription, whichever was earlier
  days_to_next_term_end?: days to the nearest end of a term of an active subscription
  is_auto_renew?: whether that subscription renews itself
  renewal_opportunity_id?: open opportunity of type Renewal, or with renewed value, that closes next
  renewal_stage?: its stage
  past_due_balance?: unpaid balance of invoices whose due date lies before as_of
  oldest_days_overdue?: days since the earliest of those due dates
  refunds_12_months?: refunds processed in the last twelve months
  contacts: live contacts
  engaged_people_30_days: distinct persons with a touch, use of collateral or completed activity in the last 30 days
  engaged_people_90_days: the same in the last 90 days
  days_since_last_touch?: days since the last touch of any of its persons
  days_since_last_collateral_use?: days since one of them last used collateral
  days_since_last_activity?: days since the last completed task or event about the account or with them
  open_expansion_pipeline: amount of open opportunities that are no renewals
  owner_changes_12_months: changes of the account's owner in the last twelve months, as far as builds have seen them
  products?: distinct products with a recurring charge in force
*/
with clock as (
    select s.as_of, s.reporting_timezone, date_trunc('month', s.as_of::timestamp) as month_at,
        not exists (select 1 from staging.build_note n where n.code = 'no_billing') as has_billing
    from staging.settings s
),
revenue as (
    select m.account_id,
        coalesce(sum(m.mrr) filter (where m.month = c.month_at::date), 0) as mrr_now,
        coalesce(sum(m.mrr) filter (where m.month = (c.month_at - interval '3 months')::date), 0) as mrr_3,
        coalesce(sum(m.mrr) filter (where m.month = (c.month_at - interval '6 months')::date), 0) as mrr_6,
        coalesce(sum(m.mrr) filter (where m.month = (c.month_at - interval '12 months')::date), 0) as mrr_12
    from marts.mrr_month m
    cross join clock c
    where m.account_id is not null
    group by m.account_id
),
contraction as (
    select v.account_id, sum(v.amount) as amount
    from marts.mrr_movement_organization v
    cross join clock c
    where v.kind = 'contraction' and v.account_id is not null and v.month > (c.month_at - interval '3 months')::date
    group by v.account_id
),
subscribed as (
    select h.account_id, min(h.cohort_date) as first_date
    from core.subscription_chain h
    where h.account_id is not null
    group by h.account_id
),
term as (
    select distinct on (u.account_id) u.account_id, u.term_end_date - c.as_of as days_left, u.is_auto_renew
    from core.subscription u
    cross join clock c
    where u.status = 'Active' and u.account_id is not null and u.term_end_date >= c.as_of
    order by u.account_id, u.term_end_date, u.name
),
open_opportunity as (
    select o.account_id, o.opportunity_id, o.stage, o.close_date, o.amount,
        coalesce(o.type = 'Renewal', false) or coalesce(o.renewal_acv > 0, false) as is_renewal
    from core.opportunity o
    where not o.is_closed and o.account_id is not null
),
renewal as (
    select distinct on (o.account_id) o.account_id, o.opportunity_id, o.stage
    from open_opportunity o
    where o.is_renewal
    order by o.account_id, o.close_date, o.opportunity_id
),
expansion as (
    select o.account_id, sum(o.amount) as amount from open_opportunity o where not o.is_renewal group by o.account_id
),
overdue as (
    select i.account_id, sum(i.balance) as balance, max(c.as_of - i.due_date) as days
    from core.invoice i
    cross join clock c
    where i.is_billed and i.balance > 0 and i.due_date < c.as_of and i.account_id is not null
    group by i.account_id
),
refunded as (
    select r.account_id, sum(r.amount) as amount
    from core.refund r
    cross join clock c
    where r.is_processed and r.date > (c.as_of - interval '12 months')::date and r.date <= c.as_of
    group by r.account_id
),
contacted as (
    select k.account_id, count(*) as contacts from core.contact k where k.account_id is not null group by k.account_id
),
engaged as (
    select e.account_id,
        count(distinct e.person_key) filter (where e.day > c.as_of - 30) as people_30,
        count(distinct e.person_key) as people_90
    from marts.organization_engagement e
    cross join clock c
    where e.day > (select k.as_of - 90 from clock k)  -- known before any touch is read, which are then few
    group by e.account_id
),
used as (
    select e.account_id,
        max(e.day) filter (where e.kind = 'collateral_use') as last_use,
        max(e.day) filter (where e.kind = 'activity') as last_activity
    from marts.organization_engagement e
    where e.kind in ('collateral_use', 'activity')
    group by e.account_id
),
touched as (
    select p.account_id, max(k.last_touch_date) as last_touch
    from marts.organization_person p
    join core.person k on k.person_key = p.person_key
    group by p.account_id
),
handed_over as (
    select v.id as account_id, count(*) as changes
    from (
        select x.id, x.valid_from, x.owner_id is distinct from lag(x.owner_id) over by_time as is_other,
            row_number() over by_time as position
        from staging.account_version x
        window by_time as (partition by x.id order by x.valid_from)
    ) v
    cross join clock c
    where v.is_other and v.position > 1
        and (v.valid_from at time zone c.reporting_timezone)::date > (c.as_of - interval '12 months')::date
        and (v.valid_from at time zone c.reporting_timezone)::date <= c.as_of
    group by v.id
),
product as (
    select u.account_id, count(distinct g.product) as products
    from core.charge g
    join core.subscription u on u.subscription_id = g.subscription_id
    cross join clock c
    where g.type = 'Recurring' and g.from_date <= c.as_of and (g.to_date is null or c.as_of < g.to_date)
    group by u.account_id
)
select a.account_id, c.as_of, a.name, a.owner_id,
    case when c.has_billing then coalesce(m.mrr_now, 0) end as current_mrr,
    case when c.has_billing then coalesce(m.mrr_now - m.mrr_3, 0) end as mrr_change_3_months,
    case when c.has_billing then coalesce(m.mrr_now - m.mrr_6, 0) end as mrr_change_6_months,
    case when c.has_billing then coalesce(m.mrr_now - m.mrr_12, 0) end as mrr_change_12_months,
    case when c.has_billing then coalesce(v.amount, 0) end as contraction_3_months,
    (extract(year from age(c.as_of, coalesce(a.customer_since, least(a.first_won_date, h.first_date)))) * 12
        + extract(month from age(c.as_of, coalesce(a.customer_since, least(a.first_won_date, h.first_date)))))::int as months_as_customer,
    t.days_left as days_to_next_term_end,
    t.is_auto_renew,
    w.opportunity_id as renewal_opportunity_id,
    w.stage as renewal_stage,
    case when c.has_billing then coalesce(d.balance, 0) end as past_due_balance,
    d.days as oldest_days_overdue,
    case when c.has_billing then coalesce(r.amount, 0) end as refunds_12_months,
    coalesce(k.contacts, 0) as contacts,
    coalesce(e.people_30, 0) as engaged_people_30_days,
    coalesce(e.people_90, 0) as engaged_people_90_days,
    c.as_of - y.last_touch as days_since_last_touch,
    c.as_of - z.last_use as days_since_last_collateral_use,
    c.as_of - z.last_activity as days_since_last_activity,
    coalesce(x.amount, 0) as open_expansion_pipeline,
    coalesce(n.changes, 0) as owner_changes_12_months,
    case when c.has_billing then coalesce(p.products, 0) end as products
from core.organization a
cross join clock c
left join revenue m on m.account_id = a.account_id
left join contraction v on v.account_id = a.account_id
left join subscribed h on h.account_id = a.account_id
left join term t on t.account_id = a.account_id
left join renewal w on w.account_id = a.account_id
left join expansion x on x.account_id = a.account_id
left join overdue d on d.account_id = a.account_id
left join refunded r on r.account_id = a.account_id
left join contacted k on k.account_id = a.account_id
left join engaged e on e.account_id = a.account_id
left join touched y on y.account_id = a.account_id
left join used z on z.account_id = a.account_id
left join handed_over n on n.account_id = a.account_id
left join product p on p.account_id = a.account_id
where a.is_customer or h.first_date is not null
