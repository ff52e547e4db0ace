/*
grain: a change of monthly recurring revenue between two months, of a chain, of a product in a chain, or of an organization
key: [entity, entity_id, product, month]
accepted:
  entity: [chain, product, organization]
  kind: [new, expansion, contraction, churn, reactivation]
indexes:
  - [entity, month]
columns:
  entity: whose revenue it is
  entity_id: the chain, or the organization's key
  product?: product of the chain, where the entity is one
  month: first day of the month in which it is so on the last day
  kind: new, expansion, contraction, churn or reactivation
  amount: revenue of this month minus that of the month before
*/
with revenue as (
    select 'chain' as entity, m.chain_id as entity_id, nullif(m.chain_id, m.chain_id) as product, m.month, m.mrr
    from marts.mrr_month m
    union all
    select 'product', p.chain_id, p.product, p.month, p.mrr
    from marts.mrr_product_month p
    union all
    select 'organization', m.organization_key, nullif(m.organization_key, m.organization_key), m.month, sum(m.mrr)
    from marts.mrr_month m
    group by m.organization_key, m.month
),
compared as (
    select r.*,
        lag(r.mrr, 1, 0::numeric) over (partition by r.entity, r.entity_id, r.product order by r.month) as before,
        coalesce(
            max(r.mrr) over (
                partition by r.entity, r.entity_id, r.product order by r.month
                rows between unbounded preceding and 1 preceding),
            0) > 0 as was_active
    from revenue r
)
select c.entity, c.entity_id, c.product, c.month,
    case
        when c.mrr > 0 and c.before <= 0 then case when c.was_active then 'reactivation' else 'new' end
        when c.mrr <= 0 and c.before > 0 then 'churn'
        when c.mrr > c.before then 'expansion'
        else 'contraction'
    end as kind,
    (c.mrr - c.before)::numeric(24, 6) as amount
from compared c
where c.mrr <> c.before
