/*
grain: an event and a touch that is eligible for it, with the weights that its own touches settle; one row (none) for an event without touches
key: [event_type, event_id, touch_id]
distribution: event_id
narrow:
  inputs: {marts.attribution_event: [event_type, event_id], core.touch: [person_key]}
  rows: [event_type, event_id]
  regardless: [marts.decay_factor]  # the factor of a number of days stays; more or fewer numbers come with dirty touches
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
    dirty as (
        select c.event_type, c.event_id
        from marts_change.attribution_event c
        group by c.event_type, c.event_id
        having count(*) = 1
            or count(distinct (
                c.event_date, c.value, c.window_start, case when c.is_cut_off_fixed then c.window_end end, c.person_key,
                c.is_cut_off_fixed, c.lead_created_date, c.created_date, c.margin)) > 1
        union
        select e.event_type, e.event_id
        from marts.attribution_event e
        join toucher t on t.person_key = e.person_key
        union
        select e.event_type, e.event_id
        from core.opportunity_person p
        join toucher t on t.person_key = p.person_key
        join marts.attribution_event e on e.event_id = p.opportunity_id and e.event_type <> 'lead'
        union
        select e.event_type, e.event_id
        from core_change.opportunity_person p
        join marts.attribution_event e on e.event_id = p.opportunity_id and e.event_type <> 'lead'
    )
    select d.event_type, d.event_id, coalesce(e.person_key, p.person_key) as person_key
    from dirty d
    left join marts.attribution_event e on e.event_type = d.event_type and e.event_id = d.event_id
    left join core.opportunity_person p on p.opportunity_id = d.event_id
references:
  "event_type, event_id": marts.attribution_event.[event_type, event_id]
accepted:
  event_type: [lead, sao, won, new_customer]
indexes:
  - [event_type, event_date]
  - [campaign_id, event_date]
columns:
  event_type: lead, sao, won or new_customer
  event_id: id of the lead or opportunity
  touch_id: the touch; (none) where no touch is eligible
  position?: order within the event, from 1; null for (none)
  n: eligible touches of the event
  campaign_id: the touch's campaign; (unattributed) where there is none
  channel: the campaign's channel; (unattributed) where there is none
  touch_date?: local day of the touch
  days_before?: days from the touch to the cut-off; null for unconverted leads, whose cut-off moves daily
  event_date: lead, created date; sao, SAO date; won and new_customer, close date
  value: lead and new_customer 1; sao and won the IACV
  margin?: margin of the opportunity, else the setting
  roles: FT first touch, LC lead creation, OC opportunity creation, CW closed won
  w_first: weight in model first
  w_last: weight in model last
  w_linear: weight in model linear
  w_u_shaped: weight in model u_shaped
  w_w_shaped: weight in model w_shaped
  w_full_path: weight in model full_path
  w_time_decay: weight in model time_decay
  w_shapley: weight in model shapley
  c_first: credited value in model first
  c_last: credited value in model last
  c_linear: credited value in model linear
  c_u_shaped: credited value in model u_shaped
  c_w_shaped: credited value in model w_shaped
  c_full_path: credited value in model full_path
  c_time_decay: credited value in model time_decay
  c_shapley: credited value in model shapley
*/
with eligible as (
    select e.*, t.touch_id, t.touch_date, t.touch_at, t.person_key as touch_person, t.campaign_id
    from marts.attribution_event e
    left join core.touch t on t.person_key = e.person_key and t.touch_date <= e.window_end
    where e.event_type = 'lead'
    union all
    select e.*, g.touch_id, g.touch_date, g.touch_at, g.person_key, g.campaign_id
    from marts.attribution_event e
    left join (
        select p.opportunity_id, t.*
        from core.opportunity_person p
        join core.touch t on t.person_key = p.person_key
    ) g on g.opportunity_id = e.event_id and g.touch_date >= e.window_start and g.touch_date <= e.window_end
    where e.event_type <> 'lead'
),
channelled as (
    select x.event_type, x.event_id, x.event_date, x.value, x.margin, x.touch_id, x.touch_date, x.touch_at, x.touch_person,
        x.lead_created_date, x.created_date, c.name,
        case when x.is_cut_off_fixed then x.window_end - x.touch_date end as days_before,
        coalesce(x.campaign_id, '(unattributed)') as campaign_id,
        coalesce(c.channel, '(unattributed)') as channel,
        count(*) over same_channel as channel_touches,
        row_number() over same_channel as channel_place
    from eligible x
    left join core.campaign c on c.campaign_id = x.campaign_id
    window same_channel as (partition by x.event_id, x.event_type, coalesce(c.channel, '(unattributed)'))
),
-- One window for all that the order of an event's touches tells: the rows are sorted once, within events that stand
-- together already, and every later window finds them so. A join in between would lose the order. `offset 0` keeps what
-- a step computes from being computed again wherever the next step names it.
placed as (
    select x.*,
        row_number() over event as place,
        count(x.touch_id) over event as n,
        greatest(1, count(x.touch_id) over event) as size,
        greatest(1, count(*) filter (where x.touch_date <= x.lead_created_date) over event) as lc,
        greatest(1, count(*) filter (where x.touch_date <= x.created_date) over event) as oc,
        max(x.touch_date) over event as last_date,
        count(*) filter (where x.channel_place = 1) over event as channels,
        min(x.channel_touches) over event as least_channel_touches
    from channelled x
    window event as (
        partition by x.event_id, x.event_type
        order by x.touch_date, x.touch_at, x.touch_person, x.name, x.touch_id
        rows between unbounded preceding and unbounded following
    )
),
decayed as (
    select p.*,
        coalesce(
            jsonb_array_element(
                (select jsonb_agg(f.factor order by f.days) from marts.decay_factor f), p.last_date - p.touch_date
            )::numeric,
            case when p.n = 0 then 1 else 0 end
        ) as decay,
        case when p.place = 1 then 1 else 0 end as is_first,
        case when p.place = p.lc then 1 else 0 end as is_lc,
        case when p.place = p.oc then 1 else 0 end as is_oc,
        case when p.place = p.size then 1 else 0 end as is_last,
        case when p.lc = 1 then 0 else 1 end as lc_apart,
        case when p.oc in (1, p.lc) then 0 else 1 end as oc_apart,
        case when p.size in (1, p.lc, p.oc) then 0 else 1 end as last_apart
    from placed p
    offset 0
),
summed as (
    select d.*,
        sum(d.decay) over event as decays,
        coalesce(min(d.place) filter (where d.touch_date = d.last_date) over event, 1) as time_decay_top,
        min(d.place) filter (where d.channel_touches = d.least_channel_touches) over event as shapley_top,
        d.size - 1 - d.lc_apart - d.oc_apart as w_others,
        d.size - 1 - d.lc_apart - d.oc_apart - d.last_apart as full_others,
        case when d.event_type <> 'lead' and d.lc = d.oc then d.lc else 1 end as w_shaped_top,
        case
            when d.event_type = 'lead' then 1
            when d.lc = d.oc then d.lc
            when d.oc = 1 or d.lc = 1 then 1
            when d.lc = d.size then d.lc
            when d.oc = d.size then d.oc
            else 1
        end as full_path_top
    from decayed d
    window event as (partition by d.event_id, d.event_type)
),
rounded as (
    select s.*,
        s.is_first + s.is_lc + s.is_oc as w_roles,
        s.is_first + s.is_lc + s.is_oc + s.is_last as full_roles,
        round(1::numeric(31, 30) / s.size, 15) as even,
        case when s.n > 2 then round(0.2::numeric(31, 30) / (s.n - 2), 15) end as u_other,
        case when s.w_others > 0 and s.event_type <> 'lead' then round(0.1::numeric(31, 30) / s.w_others, 15) end as w_other,
        case when s.full_others > 0 and s.event_type <> 'lead' then round(0.1::numeric(31, 30) / s.full_others, 15) end
            as full_other,
        round(s.decay / s.decays, 15) as time_decay,
        round(1::numeric(31, 30) / (s.channels * s.channel_touches), 15) as shapley
    from summed s
    offset 0
),
shared as (
    select r.*,
        case when r.place = 1 then 1 - (r.size - 1) * r.even else r.even end as w_linear,
        case
            when r.n <= 2 then case when r.place = 1 then 1 - (r.size - 1) * r.even else r.even end
            when r.place = 1 then 0.6 - (r.n - 2) * r.u_other
            when r.place = r.n then 0.4
            else r.u_other
        end as w_u_shaped,
        case
            when r.event_type = 'lead' then null
            when r.w_others = 0 then
                round(r.w_roles::numeric(31, 30) / 3, 15) + case when r.size = 3 and r.place = 1 then 0.000000000000001 else 0 end
            when r.w_roles = 0 then r.w_other
            when r.place = r.w_shaped_top then 0.3 * r.w_roles + 0.1 - r.w_others * r.w_other
            else 0.3 * r.w_roles
        end as own_w_shaped,
        case
            when r.event_type = 'lead' then null
            when r.full_others = 0 then 0.25 * r.full_roles
            when r.full_roles = 0 then r.full_other
            when r.place = r.full_path_top then 0.225 * r.full_roles + 0.1 - r.full_others * r.full_other
            else 0.225 * r.full_roles
        end as own_full_path,
        case
            when r.place = r.time_decay_top then r.time_decay + 1 - sum(r.time_decay) over event
            else r.time_decay
        end as w_time_decay,
        case when r.place = r.shapley_top then r.shapley + 1 - sum(r.shapley) over event else r.shapley end as w_shapley
    from rounded r
    window event as (partition by r.event_id, r.event_type)
),
weighted as (
    select s.*,
        coalesce(s.own_w_shaped, s.w_u_shaped) as w_w_shaped,
        coalesce(s.own_full_path, s.w_u_shaped) as w_full_path,
        s.event_type in ('sao', 'won') as is_money
    from shared s
),
priced as (
    select w.*,
        case when w.is_money then round(w.value * w.w_linear, 6) end as price_linear,
        case when w.is_money then round(w.value * w.w_u_shaped, 6) end as price_u_shaped,
        case when w.is_money then round(w.value * w.w_w_shaped, 6) end as price_w_shaped,
        case when w.is_money then round(w.value * w.w_full_path, 6) end as price_full_path,
        case when w.is_money then round(w.value * w.w_time_decay, 6) end as price_time_decay,
        case when w.is_money then round(w.value * w.w_shapley, 6) end as price_shapley
    from weighted w
    offset 0
)
select w.event_type, w.event_id,
    coalesce(w.touch_id, '(none)') as touch_id,
    case when w.n > 0 then w.place end as position,
    w.n, w.campaign_id, w.channel, w.touch_date, w.days_before, w.event_date, w.value, w.margin,
    array_remove(array[
        case when w.n > 0 and w.place = 1 then 'FT' end,
        case when w.n > 0 and w.event_type <> 'lead' and w.place = w.lc then 'LC' end,
        case when w.n > 0 and w.event_type <> 'lead' and w.place = w.oc then 'OC' end,
        case when w.n > 0 and w.event_type <> 'lead' and w.place = w.n then 'CW' end
    ], null) as roles,
    w.is_first::numeric(16, 15) as w_first,
    w.is_last::numeric(16, 15) as w_last,
    w.w_linear::numeric(16, 15) as w_linear,
    w.w_u_shaped::numeric(16, 15) as w_u_shaped,
    w.w_w_shaped::numeric(16, 15) as w_w_shaped,
    w.w_full_path::numeric(16, 15) as w_full_path,
    w.w_time_decay::numeric(16, 15) as w_time_decay,
    w.w_shapley::numeric(16, 15) as w_shapley,
    (case when w.is_first = 1 then w.value else 0 end)::numeric(38, 15) as c_first,
    (case when w.is_last = 1 then w.value else 0 end)::numeric(38, 15) as c_last,
    (case
        when w.price_linear is null then w.w_linear
        when w.place = 1 then w.price_linear + w.value - sum(w.price_linear) over event
        else w.price_linear
    end)::numeric(38, 15) as c_linear,
    (case
        when w.price_u_shaped is null then w.w_u_shaped
        when w.place = 1 then w.price_u_shaped + w.value - sum(w.price_u_shaped) over event
        else w.price_u_shaped
    end)::numeric(38, 15) as c_u_shaped,
    (case
        when w.price_w_shaped is null then w.w_w_shaped
        when w.place = w.w_shaped_top then w.price_w_shaped + w.value - sum(w.price_w_shaped) over event
        else w.price_w_shaped
    end)::numeric(38, 15) as c_w_shaped,
    (case
        when w.price_full_path is null then w.w_full_path
        when w.place = w.full_path_top then w.price_full_path + w.value - sum(w.price_full_path) over event
        else w.price_full_path
    end)::numeric(38, 15) as c_full_path,
    (case
        when w.price_time_decay is null then w.w_time_decay
        when w.place = w.time_decay_top then w.price_time_decay + w.value - sum(w.price_time_decay) over event
        else w.price_time_decay
    end)::numeric(38, 15) as c_time_decay,
    (case
        when w.price_shapley is null then w.w_shapley
        when w.place = w.shapley_top then w.price_shapley + w.value - sum(w.price_shapley) over event
        else w.price_shapley
    end)::numeric(38, 15) as c_shapley
from priced w
window event as (partition by w.event_id, w.event_type)
