/*
title: an opportunity that is open at the start or at the end of a month, of the month of the build at its day
dimensions: [month, stage, owner_id, lead_source]
labels: {owner_id: owner_name}
details: true
optional: true
columns:
  in_month: Month
  opportunity: Opportunity
  organization: Organization
  owner: Owner
  stage_then: Stage then
  close_date: Close date then
  amount_before: Amount at the start
  amount: Amount at the end
  weighted: Weighted
  at_the_end: At the end
  is_past_due: Past due
money: [amount_before, amount, weighted]
*/
with held as (
    select s.opportunity_id, s.valid_from, s.stage, s.amount, g.month::date as month, e.day,
        g.month::date = date_trunc('month', i.as_of::timestamp)::date as is_last
    from {core}.opportunity_span s
    cross join build_info i
    cross join lateral generate_series(
        date_trunc('month', s.from_day::timestamp), date_trunc('month', least(s.to_day, i.as_of)::timestamp), interval '1 month'
    ) as g (month)
    cross join lateral (select least((g.month + interval '1 month - 1 day')::date, i.as_of) as day) e
    where s.is_open and s.from_day <= e.day and e.day < s.to_day
),
edge as (
    select h.opportunity_id, h.valid_from, h.month, h.day, h.stage, h.amount, true as is_end
    from held h
    union all
    select h.opportunity_id, h.valid_from, (h.month + interval '1 month')::date, h.day, h.stage, h.amount, false
    from held h
    where not h.is_last
),
placed as (
    select e.*,
        min(case when not e.is_end then coalesce(e.amount, 0) end) over (partition by e.opportunity_id, e.month) as amount_before,
        row_number() over (partition by e.opportunity_id, e.month order by e.is_end desc) as place
    from edge e
)
select p.month, p.stage, w.owner_id, coalesce(u.name, w.owner_id) as owner_name, o.lead_source,
    to_char(p.month, 'YYYY-MM') as in_month, coalesce(o.name, p.opportunity_id) as opportunity, a.name as organization,
    coalesce(u.name, w.owner_id) as owner, p.stage as stage_then, c.close_date, round(p.amount_before, 2) as amount_before,
    case when p.is_end then round(p.amount, 2) end as amount,
    case when p.is_end then round(p.amount * coalesce(c.probability, t.probability), 2) end as weighted,
    case when not p.is_end then 'no longer open' when o.opportunity_id is null then 'open, deleted since' else 'open' end as at_the_end,
    p.is_end and o.opportunity_id is not null and c.close_date < p.day as is_past_due
from placed p
left join {core}.opportunity o on o.opportunity_id = p.opportunity_id
left join {core}.opportunity_change c on c.opportunity_id = p.opportunity_id and c.valid_from = p.valid_from
left join {core}.opportunity_owner w on w.opportunity_id = p.opportunity_id and w.from_day <= p.day and p.day < w.to_day
left join {core}.stage t on t.stage = p.stage
left join {core}.organization a on a.account_id = o.account_id
left join {core}.user u on u.user_id = w.owner_id
where p.place = 1
order by p.month desc, p.amount desc nulls last, p.opportunity_id collate "C"
