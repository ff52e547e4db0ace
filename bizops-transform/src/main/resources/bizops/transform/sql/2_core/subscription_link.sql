/*
grain: a subscription that renews another, is renewed, or both
key: [subscription_id]
references:
  subscription_id: core.subscription_version.subscription_id
  parent_subscription_id: core.subscription_version.subscription_id
  root_subscription_id: core.subscription_version.subscription_id
columns:
  subscription_id: Zuora's Subscription.Id of the newest version
  parent_subscription_id?: the subscription it renews; of several the one with the oldest contract, then the smallest name
  root_subscription_id: the first subscription of the chain
  is_cycle_cut: whether it is the oldest member of a ring of renewals, whose own parent was therefore taken away
*/
with recursive newest as (
    select v.subscription_id, v.name, v.slug, v.contract_effective_date, v.renewal_slugs
    from core.subscription_version v
    where v.drop_reason is null
),
renewal as (
    select n.subscription_id, n.name, n.contract_effective_date,
        btrim(p.part, E' \t\n\r') as successor_slug
    from newest n
    cross join lateral unnest(string_to_array(n.renewal_slugs, '||')) as p (part)
    where n.renewal_slugs is not null
),
parent as (
    select distinct on (c.subscription_id) c.subscription_id, r.subscription_id as parent_id
    from renewal r
    join newest c on c.slug = r.successor_slug and c.subscription_id <> r.subscription_id
    order by c.subscription_id, r.contract_effective_date, r.name
),
root as (
    select distinct p.parent_id as subscription_id
    from parent p
    where not exists (select 1 from parent c where c.subscription_id = p.parent_id)
),
reached (subscription_id) as (
    select r.subscription_id from root r
    union all
    select p.subscription_id
    from reached t
    join parent p on p.parent_id = t.subscription_id
),
walk (start_id, at_id, seen) as (
    select p.subscription_id, p.parent_id, array[p.subscription_id]
    from parent p
    where not exists (select 1 from reached t where t.subscription_id = p.subscription_id)
    union all
    select w.start_id, p.parent_id, w.seen || p.subscription_id
    from walk w
    join parent p on p.subscription_id = w.at_id
    where not (w.at_id = any (w.seen))
),
ring as (
    select w.start_id, m.member
    from walk w
    cross join lateral unnest(w.seen) as m (member)
    where w.at_id = w.start_id
),
cut as (
    select distinct x.subscription_id
    from (
        select distinct on (r.start_id) n.subscription_id
        from ring r
        join newest n on n.subscription_id = r.member
        order by r.start_id, n.contract_effective_date, n.name
    ) x
),
top as (
    select r.subscription_id, false as is_cycle_cut from root r
    union all
    select c.subscription_id, true from cut c
),
tree (subscription_id, parent_id, root_id, is_cycle_cut) as (
    select t.subscription_id, nullif(t.subscription_id, t.subscription_id), t.subscription_id, t.is_cycle_cut from top t
    union all
    select p.subscription_id, p.parent_id, t.root_id, false
    from tree t
    join parent p on p.parent_id = t.subscription_id
    where not exists (select 1 from cut c where c.subscription_id = p.subscription_id)
)
select t.subscription_id, t.parent_id as parent_subscription_id, t.root_id as root_subscription_id, t.is_cycle_cut
from tree t
