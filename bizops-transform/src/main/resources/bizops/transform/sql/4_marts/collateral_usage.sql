/*
grain: a piece of collateral; over all time
key: [collateral]
columns:
  collateral: name in collateral.csv
  uses?: visits of its pages; like all columns null without Marketo
  people?: distinct persons who visited
  opportunities?: opportunities that it influenced - a member of the group used it before the close
  won_opportunities?: those that are won
  won_iacv_influenced?: their IACV, in full for each piece - influence, not attribution; it does not add up over pieces
*/
with used as (
    select u.collateral, count(*) as uses, count(distinct u.person_key) as people
    from core.collateral_use u
    group by u.collateral
),
influenced as (
    select x.collateral,
        count(*) as opportunities,
        count(*) filter (where x.is_won) as won_opportunities,
        sum(x.won_iacv) as won_iacv
    from (
        select distinct i.collateral, i.opportunity_id, i.is_won, i.won_iacv from marts.collateral_influence i
    ) x
    group by x.collateral
)
select c.collateral,
    case when m.is_there then coalesce(u.uses, 0) end as uses,
    case when m.is_there then coalesce(u.people, 0) end as people,
    case when m.is_there then coalesce(i.opportunities, 0) end as opportunities,
    case when m.is_there then coalesce(i.won_opportunities, 0) end as won_opportunities,
    case when m.is_there then coalesce(i.won_iacv, 0) end::numeric(38, 6) as won_iacv_influenced
from (select distinct x.collateral from core.collateral x) c
cross join (
    select not exists (select 1 from staging.build_note n where n.code = 'no_marketo') as is_there
) m
left join used u on u.collateral = c.collateral
left join influenced i on i.collateral = c.collateral
