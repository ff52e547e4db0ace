/*
grain: a stage that an opportunity is in, was in, or may come to
key: [stage]
accepted:
  source: [stage.csv, OpportunityStage, Opportunity, OpportunityHistory]
columns:
  stage: name of the stage
  sort: position in the pipeline, from 1; open stages first
  probability?: probability of winning, 0..1
  is_closed: whether an opportunity in it is closed
  is_won: whether it is won
  source: where the stage's flags come from
*/
with given (stage, sort, probability, is_closed, is_won, rank, source) as (
    select g.stage, g.sort,
        g.probability * case when max(g.probability) over () <= 1 then 100 else 1 end,  -- the file may hold fractions
        g.is_closed, g.is_won, 1, 'stage.csv'
    from staging.seed_stage g
    union all
    select t.name, t.sort_order, t.probability, coalesce(t.is_closed, false), coalesce(t.is_won, false), 2,
        'OpportunityStage'
    from staging.salesforce_opportunity_stage t
    where not t.is_deleted and t.name is not null
    union all
    select o.stage, null, null, coalesce(bool_or(o.is_closed), false), coalesce(bool_or(o.is_won), false), 3, 'Opportunity'
    from staging.salesforce_opportunity o
    where o.stage is not null
    group by o.stage
    union all
    select h.stage, null, null, false, false, 4, 'OpportunityHistory'
    from staging.salesforce_opportunity_history h
    where not h.is_deleted and h.stage is not null
    group by h.stage
),
told as (
    select distinct on (g.stage) g.stage, g.sort, g.probability, g.is_closed, g.is_won, g.rank, g.source
    from given g
    order by g.stage, g.rank, g.sort
),
listed as (
    select exists (select 1 from told t where t.rank <= 2) as is_listed
)
select t.stage,
    row_number() over (
        order by t.is_closed, case when l.is_listed then t.rank end, t.sort nulls last, t.stage
    ) as sort,
    case when t.probability between 0 and 100 then (t.probability / 100)::numeric(5, 4) end as probability,
    t.is_closed, t.is_won, t.source
from told t
cross join listed l
