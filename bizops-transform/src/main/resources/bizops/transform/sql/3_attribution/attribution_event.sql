/*
grain: an event that gets credit
key: [event_type, event_id]
distribution: event_id
narrow:
  inputs: {core.lead: [lead_id], core.opportunity: [opportunity_id]}
  rows: [event_id]
  dirty: |
    with sold as (
        select c.opportunity_id
        from core_change.opportunity c
        union
        select o.opportunity_id
        from core.opportunity o
        join core_change.lead c on c.lead_id = o.lead_id
    ),
    made as (
        select c.lead_id
        from core_change.lead c
        union
        select l.lead_id
        from core.lead l
        join staging_change.settings s on l.converted_date is null
        union
        select o.lead_id
        from core.opportunity o
        join sold s on s.opportunity_id = o.opportunity_id
        where o.lead_id is not null
    )
    select s.opportunity_id as event_id, s.opportunity_id, null::text as lead_id
    from sold s
    union all
    select m.lead_id, null, m.lead_id
    from made m
accepted:
  event_type: [lead, sao, won, new_customer]
columns:
  event_type: lead, sao, won or new_customer
  event_id: id of the lead or opportunity
  event_date: lead, created date; sao, SAO date; won and new_customer, close date
  value: lead and new_customer 1; sao and won the IACV
  window_start?: first day of an eligible touch; null where there is no bound
  window_end: last day of an eligible touch
  person_key?: whose touches count for a lead; an opportunity's are its buying group's
  is_cut_off_fixed: false for an unconverted lead, whose cut-off moves with as_of
  lead_created_date?: created date of the opportunity's lead
  created_date: created date of the lead or opportunity
  margin?: margin of the opportunity, else the setting
*/
select 'lead' as event_type,
    l.lead_id as event_id,
    l.created_date as event_date,
    1::numeric(24, 6) as value,
    null::date as window_start,
    coalesce(l.converted_date, s.as_of) as window_end,
    l.person_key,
    l.converted_date is not null as is_cut_off_fixed,
    l.created_date as lead_created_date,
    l.created_date,
    s.gross_margin as margin
from core.lead l
cross join staging.settings s
union all
select k.event_type,
    o.opportunity_id,
    case when k.event_type = 'sao' then o.sao_date else o.close_date end,
    case when k.event_type = 'new_customer' then 1 else o.iacv end,
    o.created_date - s.lookback_days,
    case when k.event_type = 'sao' then o.sao_date else o.close_date end,
    null,
    true,
    l.created_date,
    o.created_date,
    coalesce(o.margin, s.gross_margin)
from core.opportunity o
cross join staging.settings s
cross join (values ('sao'), ('won'), ('new_customer')) as k (event_type)
left join core.lead l on l.lead_id = o.lead_id
where case k.event_type
    when 'sao' then o.is_sao
    when 'won' then o.is_won_to_date
    else o.is_new_customer
end
