/*
grain: an event and a touch that is eligible for it, with the weights that its own touches settle; one row (none) for an event without touches
key: [event_type, event_id, touch_id]
distribution: event_id
narrow:
  inputs: {marts.attribution_event: [event_type, event_id]}
  rows: [event_type, event_id]
  regardless: [marts.decay_factor]  # the factor of a number of days stays; more or fewer numbers come with dirty touches
  dirty: |
    with moved as (
        select min(s.as_of) as earlier, max(s.as_of) as later from staging_change.settings s
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
    )
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
  c_shapley: credited value in model shapley*/
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
ordered as (
    select x.event_type, x.event_id, x.event_date, x.value, x.margin, x.touch_id, x.touch_date,
        case when x.is_cut_off_fixed then x.window_end - x.touch_date end as days_before,
        coalesce(x.campaign_id, '(unattributed)') as campaign_id,
        coalesce(c.channel, '(unattributed)') as channel,
        row_number() over touch_order as place,
        count(x.touch_id) over event as n,
        greatest(1, count(*) filter (where x.touch_date <= x.lead_created_date) over event) as lc,
        greatest(1, count(*) filter (where x.touch_date <= x.created_date) over event) as oc,
        max(x.touch_date) over event as last_date
    from eligible x
    left join core.campaign c on c.campaign_id = x.campaign_id
    window event as (partition by x.event_id, x.event_type),
        touch_order as (
            partition by x.event_id, x.event_type
            order by x.touch_date, x.touch_at, x.touch_person, c.name, x.touch_id
        )
),
channelled as (
    select o.*,
        coalesce(f.factor, case when o.n = 0 then 1 else 0 end) as decay,
        (case when o.place = 1 then 1 else 0 end)
            + (case when o.place = o.lc then 1 else 0 end)
            + (case when o.place = o.oc then 1 else 0 end) as w_roles,
        count(*) over (partition by o.event_id, o.event_type, o.channel) as channel_touches,
        row_number() over (partition by o.event_id, o.event_type, o.channel order by o.place) as channel_place
    from ordered o
    left join marts.decay_factor f on f.days = o.last_date - o.touch_date
),
summed as (
    select x.*,
        x.w_roles + case when x.place = greatest(x.n, 1) then 1 else 0 end as full_roles,
        count(*) filter (where x.channel_place = 1) over event as channels,
        min(x.channel_touches) over event as least_channel_touches,
        count(*) filter (where x.w_roles = 0) over event as w_others,
        count(*) filter (where x.w_roles = 0 and x.place <> x.n) over event as full_others,
        max(x.w_roles) over event as most_w_roles,
        max(x.w_roles + case when x.place = greatest(x.n, 1) then 1 else 0 end) over event as most_full_roles,
        sum(x.decay) over event as decays
    from channelled x
    window event as (partition by x.event_id, x.event_type)
),
shaped as (
    select s.*,
        1::numeric(31, 30) / greatest(s.n, 1) as even,
        case
            when s.n <= 2 then 1::numeric(31, 30) / greatest(s.n, 1)
            when s.place in (1, s.n) then 0.4
            else 0.2::numeric(31, 30) / (s.n - 2)
        end as u_shape,
        case
            when s.w_others = 0 then s.w_roles::numeric(31, 30) / 3
            when s.w_roles = 0 then 0.1::numeric(31, 30) / s.w_others
            else 0.3 * s.w_roles
        end as w_shape,
        case
            when s.full_others = 0 then s.full_roles::numeric(31, 30) / 4
            when s.full_roles = 0 then 0.1::numeric(31, 30) / s.full_others
            else 0.225 * s.full_roles
        end as full_shape,
        case when s.event_type = 'lead' then 1 else min(s.place) filter (where s.w_roles = s.most_w_roles) over event end
            as w_shaped_top,
        case when s.event_type = 'lead' then 1 else min(s.place) filter (where s.full_roles = s.most_full_roles) over event end
            as full_path_top,
        coalesce(min(s.place) filter (where s.touch_date = s.last_date) over event, 1) as time_decay_top,
        min(s.place) filter (where s.channel_touches = s.least_channel_touches) over event as shapley_top
    from summed s
    window event as (partition by s.event_id, s.event_type)
),
rounded as (
    select s.*,
        round(s.even, 15) as linear,
        round(s.u_shape, 15) as u_shaped,
        round(case when s.event_type = 'lead' then s.u_shape else s.w_shape end, 15) as w_shaped,
        round(case when s.event_type = 'lead' then s.u_shape else s.full_shape end, 15) as full_path,
        round(s.decay / s.decays, 15) as time_decay,
        round(1::numeric(31, 30) / (s.channels * s.channel_touches), 15) as shapley
    from shaped s
),
weighted as (
    select r.*,
        case when r.event_type in ('sao', 'won') then 6 else 15 end as decimals,
        case when r.place = 1 then 1 else 0 end::numeric as w_first,
        case when r.place = greatest(r.n, 1) then 1 else 0 end::numeric as w_last,
        r.linear + case when r.place = 1 then 1 - sum(r.linear) over event else 0 end as w_linear,
        r.u_shaped + case when r.place = 1 then 1 - sum(r.u_shaped) over event else 0 end as w_u_shaped,
        r.w_shaped + case when r.place = r.w_shaped_top then 1 - sum(r.w_shaped) over event else 0 end as w_w_shaped,
        r.full_path + case when r.place = r.full_path_top then 1 - sum(r.full_path) over event else 0 end as w_full_path,
        r.time_decay + case when r.place = r.time_decay_top then 1 - sum(r.time_decay) over event else 0 end as w_time_decay,
        r.shapley + case when r.place = r.shapley_top then 1 - sum(r.shapley) over event else 0 end as w_shapley
    from rounded r
    window event as (partition by r.event_id, r.event_type)
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
    w.w_first::numeric(16, 15) as w_first,
    w.w_last::numeric(16, 15) as w_last,
    w.w_linear::numeric(16, 15) as w_linear,
    w.w_u_shaped::numeric(16, 15) as w_u_shaped,
    w.w_w_shaped::numeric(16, 15) as w_w_shaped,
    w.w_full_path::numeric(16, 15) as w_full_path,
    w.w_time_decay::numeric(16, 15) as w_time_decay,
    w.w_shapley::numeric(16, 15) as w_shapley,
    (w.value * w.w_first)::numeric(38, 15) as c_first,
    (w.value * w.w_last)::numeric(38, 15) as c_last,
    (round(w.value * w.w_linear, w.decimals) + case when w.place = 1
        then w.value - sum(round(w.value * w.w_linear, w.decimals)) over event else 0 end)::numeric(38, 15) as c_linear,
    (round(w.value * w.w_u_shaped, w.decimals) + case when w.place = 1
        then w.value - sum(round(w.value * w.w_u_shaped, w.decimals)) over event else 0 end)::numeric(38, 15) as c_u_shaped,
    (round(w.value * w.w_w_shaped, w.decimals) + case when w.place = w.w_shaped_top
        then w.value - sum(round(w.value * w.w_w_shaped, w.decimals)) over event else 0 end)::numeric(38, 15) as c_w_shaped,
    (round(w.value * w.w_full_path, w.decimals) + case when w.place = w.full_path_top
        then w.value - sum(round(w.value * w.w_full_path, w.decimals)) over event else 0 end)::numeric(38, 15) as c_full_path,
    (round(w.value * w.w_time_decay, w.decimals) + case when w.place = w.time_decay_top
        then w.value - sum(round(w.value * w.w_time_decay, w.decimals)) over event else 0 end)::numeric(38, 15) as c_time_decay,
    (round(w.value * w.w_shapley, w.decimals) + case when w.place = w.shapley_top
        then w.value - sum(round(w.value * w.w_shapley, w.decimals)) over event else 0 end)::numeric(38, 15) as c_shapley
from weighted w
window event as (partition by w.event_id, w.event_type)
