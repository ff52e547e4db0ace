/*
grain: an open stage and how often opportunities that were in it are won
key: [stage]
columns:
  stage: the stage
  closed: opportunities closed in the 365 days up to as_of that were in the stage
  won: those of them that are won
  historic_win_rate?: won / closed, where at least 20 are closed
  win_rate?: the historic one; else the stage's probability
  is_stage_probability: whether it is the stage's probability, because too few are closed
*/
select x.stage, x.closed, x.won, x.historic_win_rate,
    coalesce(x.historic_win_rate, x.probability) as win_rate,
    x.historic_win_rate is null as is_stage_probability
from (
    select t.stage, t.probability, count(c.opportunity_id) as closed,
        count(*) filter (where c.is_won) as won,
        case when count(c.opportunity_id) >= 20
            then (count(*) filter (where c.is_won))::numeric / count(c.opportunity_id)
        end as historic_win_rate
    from core.stage t
    cross join staging.settings s
    left join marts.days_in_stage d on d.stage = t.stage
    left join marts.closed_opportunity c
        on c.opportunity_id = d.opportunity_id and c.close_date > s.as_of - 365
    where not t.is_closed
    group by t.stage, t.probability
) x
