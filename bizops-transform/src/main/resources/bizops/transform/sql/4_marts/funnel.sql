/*
grain: the funnel of a group of leads; over all time
key: [dimension, group_id]
like: marts.funnel_period
without: [period_type, period_start, basis, is_mature]
columns:
  dimension: what the leads are grouped by - all, channel (of the first touch), source, bucket, owner or segment
*/
-- As funnel_period has it of period_type all, but in two passes over the leads: how many have each number of days is counted
-- for all dimensions at once, and the median read from these counts.
with known as (
    select f.*
    from marts.funnel_lead f
    join core.day_period p on p.date_day = f.created_date and p.period_type = 'all'
),
counted as (
    select
        case
            when grouping(k.channel) = 0 then 'channel'
            when grouping(k.lead_source) = 0 then 'source'
            when grouping(k.source_bucket) = 0 then 'bucket'
            when grouping(k.owner_id) = 0 then 'owner'
            when grouping(k.segment) = 0 then 'segment'
            else 'all'
        end as dimension,
        case
            when grouping(k.channel, k.lead_source, k.source_bucket, k.owner_id, k.segment) = 31 then 'all'
            else coalesce(k.channel, k.lead_source, k.source_bucket, k.owner_id, k.segment)
        end as group_id,
        count(*) as leads,
        count(*) filter (where k.is_mql) as mql,
        count(*) filter (where k.is_converted) as converted,
        count(*) filter (where k.has_opportunity) as with_opportunity,
        count(*) filter (where k.is_sao) as sao,
        count(*) filter (where k.is_won) as won,
        coalesce(sum(k.skipped_steps), 0)::bigint as skipped_steps,
        count(*) filter (where k.lead_to_mql_days < 0) + count(*) filter (where k.mql_to_sao_days < 0)
            + count(*) filter (where k.lead_to_sao_days < 0) + count(*) filter (where k.sao_to_won_days < 0)
            + count(*) filter (where k.lead_to_won_days < 0) as negative_days
    from known k
    group by grouping sets ((), (k.channel), (k.lead_source), (k.source_bucket), (k.owner_id), (k.segment))
    having count(*) > 0
),
lasted as (
    select
        case
            when grouping(k.channel) = 0 then 'channel'
            when grouping(k.lead_source) = 0 then 'source'
            when grouping(k.source_bucket) = 0 then 'bucket'
            when grouping(k.owner_id) = 0 then 'owner'
            when grouping(k.segment) = 0 then 'segment'
            else 'all'
        end as dimension,
        case
            when grouping(k.channel, k.lead_source, k.source_bucket, k.owner_id, k.segment) = 31 then 'all'
            else coalesce(k.channel, k.lead_source, k.source_bucket, k.owner_id, k.segment)
        end as group_id,
        t.kind, t.days, count(*) as leads
    from known k
    cross join lateral (values
        ('lead_to_mql', k.lead_to_mql_days),
        ('mql_to_sao', k.mql_to_sao_days),
        ('lead_to_sao', k.lead_to_sao_days),
        ('sao_to_won', k.sao_to_won_days),
        ('lead_to_won', k.lead_to_won_days)
    ) as t (kind, days)
    where t.days >= 0
    group by grouping sets (
        (t.kind, t.days),
        (t.kind, t.days, k.channel),
        (t.kind, t.days, k.lead_source),
        (t.kind, t.days, k.source_bucket),
        (t.kind, t.days, k.owner_id),
        (t.kind, t.days, k.segment)
    )
),
ranked as (
    select l.dimension, l.group_id, l.kind, l.days, l.leads,
        sum(l.leads) over (partition by l.dimension, l.group_id, l.kind order by l.days) as up_to,
        sum(l.leads) over (partition by l.dimension, l.group_id, l.kind) as of_all
    from lasted l
),
middle as (
    -- the one in the middle, or the two
    select r.dimension, r.group_id, r.kind,
        (min(r.days) filter (where 2 * r.up_to >= r.of_all) + min(r.days) filter (where 2 * r.up_to > r.of_all)) / 2.0 as days
    from ranked r
    group by r.dimension, r.group_id, r.kind
),
timed as (
    select m.dimension, m.group_id,
        max(m.days) filter (where m.kind = 'lead_to_mql') as lead_to_mql_days,
        max(m.days) filter (where m.kind = 'mql_to_sao') as mql_to_sao_days,
        max(m.days) filter (where m.kind = 'lead_to_sao') as lead_to_sao_days,
        max(m.days) filter (where m.kind = 'sao_to_won') as sao_to_won_days,
        max(m.days) filter (where m.kind = 'lead_to_won') as lead_to_won_days
    from middle m
    group by m.dimension, m.group_id
),
spine as (
    select 'all' as dimension, 'all' as group_id
    union
    select 'channel', '(unattributed)'
    union
    select 'channel', c.channel from core.campaign c
),
complete as (
    select c.dimension, c.group_id, c.leads, c.mql, c.converted, c.with_opportunity, c.sao, c.won, c.skipped_steps,
        t.lead_to_mql_days, t.mql_to_sao_days, t.lead_to_sao_days, t.sao_to_won_days, t.lead_to_won_days, c.negative_days
    from counted c
    -- a group without a name has one here, so that the two are joined by what is equal
    left join timed t
        on t.dimension = c.dimension and coalesce('=' || t.group_id, '') = coalesce('=' || c.group_id, '')
    union all
    select s.dimension, s.group_id, 0, 0, 0, 0, 0, 0, 0, null, null, null, null, null, 0
    from spine s
    left join counted c on c.dimension = s.dimension and c.group_id = s.group_id
    where c.dimension is null
),
shown as (
    select c.*,
        case when i.is_mql_defined then c.mql end as shown_mql,
        case when i.is_sao_defined then c.sao end as shown_sao,
        i.is_mql_defined, i.is_sao_defined
    from complete c
    cross join (
        select b.is_sao_defined,
            not exists (select 1 from staging.build_note n where n.code = 'mql_undefined') as is_mql_defined
        from marts.build_info b
    ) i
)
select s.dimension, s.group_id,
    coalesce(u.name, s.group_id, case s.dimension when 'source' then 'Unknown' else '(none)' end) as group_name,
    s.leads, s.shown_mql as mql, s.converted, s.with_opportunity, s.shown_sao as sao, s.won,
    s.skipped_steps,
    s.shown_mql::numeric / nullif(s.leads, 0) as mql_rate,
    s.converted::numeric / nullif(case when s.is_mql_defined then s.mql else s.leads end, 0) as converted_rate,
    s.with_opportunity::numeric / nullif(s.converted, 0) as with_opportunity_rate,
    s.shown_sao::numeric / nullif(s.with_opportunity, 0) as sao_rate,
    s.won::numeric / nullif(case when s.is_sao_defined then s.sao else s.with_opportunity end, 0) as won_rate,
    s.shown_sao::numeric / nullif(s.leads, 0) as lead_to_sao_rate,
    s.won::numeric / nullif(s.leads, 0) as lead_to_won_rate,
    s.lead_to_mql_days::numeric(12, 1) as lead_to_mql_days,
    s.mql_to_sao_days::numeric(12, 1) as mql_to_sao_days,
    s.lead_to_sao_days::numeric(12, 1) as lead_to_sao_days,
    s.sao_to_won_days::numeric(12, 1) as sao_to_won_days,
    s.lead_to_won_days::numeric(12, 1) as lead_to_won_days,
    s.negative_days
from shown s
left join core.user u on s.dimension = 'owner' and u.user_id = s.group_id
