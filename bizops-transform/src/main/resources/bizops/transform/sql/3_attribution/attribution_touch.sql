/*
grain: an event and a touch that is eligible for it; one row (none) for an event without touches
key: [event_type, event_id, touch_id]
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
  c_first: credited value in model first
  c_last: credited value in model last
  c_linear: credited value in model linear
*/
with eligible as (
    select e.event_type, e.event_id, t.touch_id, t.touch_date, t.touch_at, t.person_key, t.campaign_id
    from marts.attribution_event e
    join core.touch t on t.person_key = e.person_key
    where e.event_type = 'lead' and t.touch_date <= e.window_end
    union all
    select e.event_type, e.event_id, t.touch_id, t.touch_date, t.touch_at, t.person_key, t.campaign_id
    from marts.attribution_event e
    join core.opportunity_person p on p.opportunity_id = e.event_id
    join core.touch t on t.person_key = p.person_key
    where e.event_type <> 'lead' and t.touch_date >= e.window_start and t.touch_date <= e.window_end
),
numbered as (
    select x.event_type, x.event_id, x.touch_id, x.touch_date, x.campaign_id, c.channel,
        row_number() over (
            partition by x.event_type, x.event_id
            order by x.touch_date, x.touch_at, x.person_key, c.name, x.touch_id
        ) as position,
        count(*) over (partition by x.event_type, x.event_id) as n
    from eligible x
    join core.campaign c on c.campaign_id = x.campaign_id
),
placed as (
    select e.event_type, e.event_id,
        coalesce(x.touch_id, '(none)') as touch_id,
        x.position,
        coalesce(x.n, 0) as n,
        coalesce(x.campaign_id, '(unattributed)') as campaign_id,
        coalesce(x.channel, '(unattributed)') as channel,
        x.touch_date,
        case when e.is_cut_off_fixed then e.window_end - x.touch_date end as days_before,
        e.event_date, e.value, e.margin,
        coalesce(max(x.position) filter (where x.touch_date <= e.lead_created_date)
            over (partition by e.event_type, e.event_id), 1) as lead_created_position,
        coalesce(max(x.position) filter (where x.touch_date <= e.created_date)
            over (partition by e.event_type, e.event_id), 1) as created_position,
        case when coalesce(x.position, 1) = 1 then 1 else 0 end::numeric(16, 15) as w_first,
        case when coalesce(x.position, 1) = coalesce(x.n, 1) then 1 else 0 end::numeric(16, 15) as w_last,
        case
            when coalesce(x.position, 1) = 1
            then 1 - (coalesce(x.n, 1) - 1) * round(1::numeric / coalesce(x.n, 1), 15)
            else round(1::numeric / x.n, 15)
        end::numeric(16, 15) as w_linear,
        case
            when e.event_type in ('lead', 'new_customer') then null
            when coalesce(x.position, 1) = 1
            then e.value - (coalesce(x.n, 1) - 1) * round(e.value * round(1::numeric / coalesce(x.n, 1), 15), 6)
            else round(e.value * round(1::numeric / x.n, 15), 6)
        end as money_linear
    from marts.attribution_event e
    left join numbered x on x.event_type = e.event_type and x.event_id = e.event_id
)
select p.event_type, p.event_id, p.touch_id, p.position, p.n, p.campaign_id, p.channel, p.touch_date, p.days_before,
    p.event_date, p.value, p.margin,
    array_remove(array[
        case when p.position = 1 then 'FT' end,
        case when p.event_type <> 'lead' and p.position = p.lead_created_position then 'LC' end,
        case when p.event_type <> 'lead' and p.position = p.created_position then 'OC' end,
        case when p.event_type <> 'lead' and p.position = p.n then 'CW' end
    ], null) as roles,
    p.w_first, p.w_last, p.w_linear,
    (p.value * p.w_first)::numeric(38, 15) as c_first,
    (p.value * p.w_last)::numeric(38, 15) as c_last,
    coalesce(p.money_linear, p.w_linear)::numeric(38, 15) as c_linear
from placed p
