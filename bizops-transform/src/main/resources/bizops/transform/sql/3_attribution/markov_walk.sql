/*
grain: a closed opportunity whose group has eligible touches, or a person with touches and in no buying group
key: [kind, taker]
distribution: taker
narrow:
  inputs: {core.opportunity: [opportunity_id], core.person: [person_key], core.touch: [person_key]}
  rows: [kind, taker]
  dirty: |
    with moved as (
        select min(s.as_of) as earlier, max(s.as_of) as later from staging_change.settings s
        having min(s.as_of) < max(s.as_of)
    ),
    toucher as (
        select c.person_key
        from core_change.touch c
        union
        select t.person_key
        from core.touch t
        join core_change.campaign c on c.campaign_id = t.campaign_id
        union
        select t.person_key
        from core.touch t
        join moved m on t.touch_date > m.earlier and t.touch_date <= m.later
    ),
    sold as (
        select c.opportunity_id
        from core_change.opportunity c
        union
        select o.opportunity_id
        from core.opportunity o
        join moved m on o.close_date > m.earlier and o.close_date <= m.later
        union
        select c.opportunity_id
        from core_change.opportunity_person c
        union
        select p.opportunity_id
        from core.opportunity_person p
        join toucher t on t.person_key = p.person_key
    ),
    member as (
        select s.opportunity_id, p.person_key
        from sold s
        left join core.opportunity_person p on p.opportunity_id = s.opportunity_id
    )
    select 'opportunity' as kind, m.opportunity_id as taker, m.opportunity_id, m.person_key
    from member m
    union all
    select 'person', x.person_key, null, x.person_key
    from (
        select t.person_key from toucher t
        union
        select c.person_key from core_change.person c
        union
        select m.person_key from member m where m.person_key is not null
    ) x
accepted:
  kind: [opportunity, person]
columns:
  kind: opportunity, with the touches of its group up to its close; or person, with all touches up to as_of
  taker: id of the opportunity, or key of the person
  is_won: whether the path ends with a won opportunity
  iacv: IACV of the opportunity; 0 for a person
  path: channels in the order of their touches, repeats kept
  path_id: hash of the path
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
)
select w.*, md5(w.path::text) as path_id
from (
    select t.kind, t.taker, bool_or(t.is_won) as is_won, max(t.iacv) as iacv,
        array_agg(c.channel order by t.touch_date, t.touch_at, t.person_key, c.name, t.touch_id) as path
    from touched t
    join core.campaign c on c.campaign_id = t.campaign_id
    group by t.kind, t.taker
) w
