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
-- One window for all that the order of an event's touches tells. The rows are sorted once, within events that stand together
-- already, and each later step says that it keeps that order, without which the server would sort them again; a join in
-- between would lose it. `offset 0` keeps what a step computes from being computed again wherever the next one names it.
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
        round(1::numeric(31, 30) / (p.channels * p.channel_touches), 15) as shapley
    from placed p
    order by p.event_id, p.event_type
    offset 0
),
summed as (
    select d.*,
        sum(d.decay) over event as decays,
        coalesce(min(d.place) filter (where d.touch_date = d.last_date) over event, 1) as time_decay_top,
        min(d.place) filter (where d.channel_touches = d.least_channel_touches) over event as shapley_top
    from decayed d
    window event as (partition by d.event_id, d.event_type)
),
rounded as (
    select s.*,
        round(s.decay / s.decays, 15) as time_decay,
        s.event_type in ('sao', 'won') as is_money
    from summed s
    order by s.event_id, s.event_type
    offset 0
),
-- What rounding leaves falls to one touch of the event: here the sums are of those models in which touches differ one by one.
added as (
    select r.*,
        sum(r.time_decay) over event as time_decays,
        sum(r.shapley) over event as shapleys,
        sum(case when r.is_money then round(r.value * r.time_decay, 6) end) over event as time_decay_prices,
        sum(case when r.is_money then round(r.value * r.shapley, 6) end) over event as shapley_prices
    from rounded r
    window event as (partition by r.event_id, r.event_type)
),
roled as (
    select a.*,
        case when a.lc = 1 then 0 else 1 end + case when a.oc in (1, a.lc) then 0 else 1 end as w_apart,
        case when a.lc = 1 then 0 else 1 end + case when a.oc in (1, a.lc) then 0 else 1 end
            + case when a.size in (1, a.lc, a.oc) then 0 else 1 end as full_apart,
        case when a.place = 1 then 1 else 0 end + case when a.place = a.lc then 1 else 0 end
            + case when a.place = a.oc then 1 else 0 end as w_roles,
        round(1::numeric(31, 30) / a.size, 15) as even,
        case when a.n > 2 then round(0.2::numeric(31, 30) / (a.n - 2), 15) end as u_other
    from added a
    offset 0
),
shared as (
    select r.*,
        r.w_roles + case when r.place = r.size then 1 else 0 end as full_roles,
        r.size - 1 - r.w_apart as w_others,
        r.size - 1 - r.full_apart as full_others,
        case
            when r.event_type <> 'lead' and r.size - 1 > r.w_apart
                then round(0.1::numeric(31, 30) / (r.size - 1 - r.w_apart), 15)
        end as w_other,
        case
            when r.event_type <> 'lead' and r.size - 1 > r.full_apart
                then round(0.1::numeric(31, 30) / (r.size - 1 - r.full_apart), 15)
        end as full_other,
        case when r.lc = r.oc then r.lc else 1 end as w_shaped_top,
        case
            when r.lc = r.oc then r.lc
            when r.oc = 1 or r.lc = 1 then 1
            when r.lc = r.size then r.lc
            when r.oc = r.size then r.oc
            else 1
        end as full_path_top
    from roled r
    offset 0
),
weighted as (
    select s.*,
        case when s.place = 1 then 1 - (s.size - 1) * s.even else s.even end as w_linear,
        case
            when s.n <= 2 then case when s.place = 1 then 1 - (s.size - 1) * s.even else s.even end
            when s.place = 1 then 0.6 - (s.n - 2) * s.u_other
            when s.place = s.n then 0.4
            else s.u_other
        end as w_u_shaped,
        case
            when s.event_type = 'lead' then null
            when s.w_others = 0 then
                round(s.w_roles::numeric(31, 30) / 3, 15) + case when s.size = 3 and s.place = 1 then 0.000000000000001 else 0 end
            when s.w_roles = 0 then s.w_other
            when s.place = s.w_shaped_top then 0.3 * s.w_roles + 0.1 - s.w_others * s.w_other
            else 0.3 * s.w_roles
        end as own_w_shaped,
        case
            when s.event_type = 'lead' then null
            when s.full_others = 0 then 0.25 * s.full_roles
            when s.full_roles = 0 then s.full_other
            when s.place = s.full_path_top then 0.225 * s.full_roles + 0.1 - s.full_others * s.full_other
            else 0.225 * s.full_roles
        end as own_full_path,
        case when s.place = s.time_decay_top then s.time_decay + 1 - s.time_decays else s.time_decay end as w_time_decay,
        case when s.place = s.shapley_top then s.shapley + 1 - s.shapleys else s.shapley end as w_shapley
    from shared s
    offset 0
)
select w.event_type, w.event_id,
    coalesce(w.touch_id, '(none)') as touch_id,
    case when w.n > 0 then w.place end as position,
    w.n, w.campaign_id, w.channel, w.touch_date, w.days_before, w.event_date, w.value, w.margin,
    case
        when w.n > 0 and w.full_roles > 0 then array_remove(array[
            case when w.place = 1 then 'FT' end,
            case when w.event_type <> 'lead' and w.place = w.lc then 'LC' end,
            case when w.event_type <> 'lead' and w.place = w.oc then 'OC' end,
            case when w.event_type <> 'lead' and w.place = w.n then 'CW' end
        ], null)
        else '{}'
    end as roles,
    (case when w.place = 1 then 1 else 0 end)::numeric(16, 15) as w_first,
    (case when w.place = w.size then 1 else 0 end)::numeric(16, 15) as w_last,
    w.w_linear::numeric(16, 15) as w_linear,
    w.w_u_shaped::numeric(16, 15) as w_u_shaped,
    coalesce(w.own_w_shaped, w.w_u_shaped)::numeric(16, 15) as w_w_shaped,
    coalesce(w.own_full_path, w.w_u_shaped)::numeric(16, 15) as w_full_path,
    w.w_time_decay::numeric(16, 15) as w_time_decay,
    w.w_shapley::numeric(16, 15) as w_shapley,
    (case when w.place = 1 then w.value else 0 end)::numeric(38, 15) as c_first,
    (case when w.place = w.size then w.value else 0 end)::numeric(38, 15) as c_last,
    (case
        when not w.is_money then w.w_linear
        when w.place = 1 then w.value - (w.size - 1) * round(w.value * w.even, 6)
        else round(w.value * w.even, 6)
    end)::numeric(38, 15) as c_linear,
    (case
        when not w.is_money then w.w_u_shaped
        when w.place > 1 then round(w.value * w.w_u_shaped, 6)
        when w.n <= 2 then w.value - (w.size - 1) * round(w.value * w.even, 6)
        else w.value - round(w.value * 0.4, 6) - (w.n - 2) * round(w.value * w.u_other, 6)
    end)::numeric(38, 15) as c_u_shaped,
    (case
        when not w.is_money then coalesce(w.own_w_shaped, w.w_u_shaped)
        when w.place <> w.w_shaped_top then round(w.value * w.own_w_shaped, 6)
        when w.w_others = 0 then w.value - w.w_apart * round(w.value * 0.333333333333333, 6)
        else w.value - w.w_apart * round(w.value * 0.3, 6) - w.w_others * round(w.value * w.w_other, 6)
    end)::numeric(38, 15) as c_w_shaped,
    -- Where there is one other touch with roles, it may have two of them.
    (case
        when not w.is_money then coalesce(w.own_full_path, w.w_u_shaped)
        when w.place <> w.full_path_top then round(w.value * w.own_full_path, 6)
        when w.full_others = 0 then w.value - (case
            when w.full_apart = 1 then round(w.value * 0.25 * (4 - w.full_roles), 6)
            else w.full_apart * round(w.value * 0.25, 6)
        end)
        else w.value - w.full_others * round(w.value * w.full_other, 6) - (case
            when w.full_apart = 1 then round(w.value * 0.225 * (4 - w.full_roles), 6)
            else w.full_apart * round(w.value * 0.225, 6)
        end)
    end)::numeric(38, 15) as c_full_path,
    (case
        when not w.is_money then w.w_time_decay
        when w.place = w.time_decay_top then w.value + round(w.value * w.time_decay, 6) - w.time_decay_prices
        else round(w.value * w.time_decay, 6)
    end)::numeric(38, 15) as c_time_decay,
    (case
        when not w.is_money then w.w_shapley
        when w.place = w.shapley_top then w.value + round(w.value * w.shapley, 6) - w.shapley_prices
        else round(w.value * w.shapley, 6)
    end)::numeric(38, 15) as c_shapley
from weighted w
