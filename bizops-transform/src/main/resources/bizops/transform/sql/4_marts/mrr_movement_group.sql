/*
grain: the company, a segment or a product, and a month from the earliest cohort month to as_of's
key: [dimension, group_name, month]
accepted:
  dimension: [total, segment, product]
columns:
  dimension: total, segment or product
  group_name?: the segment or product; null for those without, and for the total
  month: first day of the month
  opening: closing of the month before
  new: from chains (for products, chains with the product) that had none before
  expansion: more from those that had some the month before
  contraction: less, negative
  churn: all lost, negative
  reactivation: from those that had some in an earlier month, and none in the month before
  closing: monthly recurring revenue on the last day of the month
  active: chains with revenue on that day
  is_partial: whether as_of lies before that day
*/
with grouped as (
    select 'total' as dimension, nullif(m.chain_id, m.chain_id) as group_name, m.month, sum(m.mrr) as closing,
        count(*) filter (where m.mrr > 0) as active
    from marts.mrr_month m
    group by 1, 2, 3
    union all
    select 'segment', a.segment, m.month, sum(m.mrr), count(*) filter (where m.mrr > 0)
    from marts.mrr_month m
    left join core.organization a on a.account_id = m.account_id
    group by 1, 2, 3
    union all
    select 'product', p.product, p.month, sum(p.mrr), count(*) filter (where p.mrr > 0)
    from marts.mrr_product_month p
    group by 1, 2, 3
),
change as (
    select 'total' as dimension, nullif(c.entity_id, c.entity_id) as group_name, c.month, c.kind, c.amount
    from marts.mrr_change c
    where c.entity = 'chain'
    union all
    select 'segment', a.segment, c.month, c.kind, c.amount
    from marts.mrr_change c
    join core.subscription_chain h on h.chain_id = c.entity_id
    left join core.organization a on a.account_id = h.account_id
    where c.entity = 'chain'
    union all
    select 'product', c.product, c.month, c.kind, c.amount
    from marts.mrr_change c
    where c.entity = 'product'
),
changed as (
    select c.dimension, c.group_name, c.month,
        sum(c.amount) filter (where c.kind = 'new') as new,
        sum(c.amount) filter (where c.kind = 'expansion') as expansion,
        sum(c.amount) filter (where c.kind = 'contraction') as contraction,
        sum(c.amount) filter (where c.kind = 'churn') as churn,
        sum(c.amount) filter (where c.kind = 'reactivation') as reactivation
    from change c
    group by c.dimension, c.group_name, c.month
),
month as (
    select m.month, bool_or(m.is_partial) as is_partial
    from marts.mrr_month m
    group by m.month
),
spine as (
    select g.dimension, g.group_name, m.month, m.is_partial
    from (select distinct x.dimension, x.group_name from grouped x) g
    cross join month m
)
select p.dimension, p.group_name, p.month,
    (lag(coalesce(g.closing, 0), 1, 0::numeric) over (partition by p.dimension, p.group_name order by p.month))
        ::numeric(24, 6) as opening,
    coalesce(c.new, 0)::numeric(24, 6) as new,
    coalesce(c.expansion, 0)::numeric(24, 6) as expansion,
    coalesce(c.contraction, 0)::numeric(24, 6) as contraction,
    coalesce(c.churn, 0)::numeric(24, 6) as churn,
    coalesce(c.reactivation, 0)::numeric(24, 6) as reactivation,
    coalesce(g.closing, 0)::numeric(24, 6) as closing,
    coalesce(g.active, 0) as active,
    p.is_partial
from spine p
left join grouped g
    on g.dimension = p.dimension and coalesce(g.group_name, '') = coalesce(p.group_name, '') and g.month = p.month
left join changed c
    on c.dimension = p.dimension and coalesce(c.group_name, '') = coalesce(p.group_name, '') and c.month = p.month
