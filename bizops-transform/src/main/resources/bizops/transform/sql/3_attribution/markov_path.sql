/*
grain: a distinct sequence of channels that a closed opportunity's group, or a person in no group, went through
key: [path_id]
columns:
  path_id: hash of the path
  path: channels in the order of their touches, repeats kept
  won: won opportunities with that path
  not_won: lost opportunities, and people in no buying group, with that path
  won_iacv: IACV of the won opportunities
*/
with touched as (
    select o.opportunity_id as taker, 'opportunity' as kind, o.is_won, o.iacv, t.touch_date, t.touch_at, t.person_key,
        t.campaign_id, t.touch_id
    from core.opportunity o
    cross join staging.settings s
    join core.opportunity_person p on p.opportunity_id = o.opportunity_id
    join core.touch t on t.person_key = p.person_key
    where o.is_closed and o.close_date <= s.as_of
        and t.touch_date >= o.created_date - s.lookback_days and t.touch_date <= o.close_date
    union all
    select n.person_key, 'person', false, 0, t.touch_date, t.touch_at, t.person_key, t.campaign_id, t.touch_id
    from core.person n
    cross join staging.settings s
    join core.touch t on t.person_key = n.person_key
    where not n.is_in_buying_group and t.touch_date <= s.as_of
),
taken as (
    select t.taker, t.kind, bool_or(t.is_won) as is_won, max(t.iacv) as iacv,
        array_agg(c.channel order by t.touch_date, t.touch_at, t.person_key, c.name, t.touch_id) as path
    from touched t
    join core.campaign c on c.campaign_id = t.campaign_id
    group by t.taker, t.kind
)
select md5(p.path::text) as path_id, p.path,
    count(*) filter (where p.is_won) as won,
    count(*) filter (where not p.is_won) as not_won,
    coalesce(sum(p.iacv) filter (where p.is_won), 0)::numeric(38, 6) as won_iacv
from taken p
group by p.path
