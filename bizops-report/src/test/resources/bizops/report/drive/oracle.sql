-- Parameters: model, basis, first day (null: no bound), day after the last one, channels (null: all), SAOs' group.
with chosen as (
    select ?::text as model, ?::text as basis, ?::date as first_day, ?::date as end_day, ?::text[] as channels,
        ?::text as sao_by
),
absent as (
    select x.model, x.basis, x.day, sum(x.spend) as spend
    from (
        select model, basis, day, spend from total_performance_day
        union all
        select model, basis, day, -spend from campaign_performance_day
    ) x
    group by 1, 2, 3
    having sum(x.spend) <> 0
),
every_fact as (
    select model, basis, campaign_id, day, spend, leads, new_customers, won_iacv, won_margin, iacv_at_median
    from campaign_performance_day
    union all
    select model, basis, '(absent campaign)', day, spend, 0, 0, 0, 0, 0 from absent
),
spine as (
    select p.campaign_id, p.channel, p.spend is not null as is_known
    from campaign_performance p
    join chosen c on c.model = p.model
    where c.channels is null or p.channel = any (c.channels)
    union all
    select '(absent campaign)', '(absent campaign)', true
    from chosen c
    where exists (select 1 from absent) and (c.channels is null or '(absent campaign)' = any (c.channels))
),
fact as (
    select f.*, to_char(f.day, 'YYYY-MM') as month
    from every_fact f
    join chosen c on c.model = f.model and c.basis = f.basis
    where (c.first_day is null or f.day >= c.first_day) and (c.end_day is null or f.day < c.end_day)
),
sao_of as (
    select s.iacv, to_char(s.sao_date, 'YYYY-MM') as month, s.sao_date,
        case c.sao_by when 'lead_source' then s.lead_source when 'source_bucket' then s.source_bucket
            else s.generated_source end as source,
        coalesce(p.channel, '(unattributed)') as channel
    from sao s
    cross join chosen c
    left join campaign_performance p on p.campaign_id = s.campaign_id and p.model = c.model
),
chosen_sao as (
    select s.* from sao_of s cross join chosen c
    where (c.first_day is null or s.sao_date >= c.first_day) and (c.end_day is null or s.sao_date < c.end_day)
        and (c.channels is null or s.channel = any (c.channels))
),
chosen_won as (
    select coalesce(t.channel, '(unattributed)') as channel, t.conversion_days
    from conversion_time t cross join chosen c
    where (c.first_day is null or t.close_date >= c.first_day) and (c.end_day is null or t.close_date < c.end_day)
        and (c.channels is null or coalesce(t.channel, '(unattributed)') = any (c.channels))
),
month_of_data as (
    select to_char(m, 'YYYY-MM') as month, m::date as first_day
    from generate_series(
        (select date_trunc('month', min(d)::timestamp) from (select min(day) from every_fact union all
            select min(sao_date) from sao union all select min(close_date) from conversion_time) x (d)),
        (select date_trunc('month', max(d)::timestamp) from (select max(day) from every_fact union all
            select max(sao_date) from sao union all select max(close_date) from conversion_time) x (d)),
        interval '1 month') m
),
whole as (
    select coalesce(bool_and(x.leads = trunc(x.leads) and x.customers = trunc(x.customers)), true) as credits
    from (
        select sum(f.leads) as leads, sum(f.new_customers) as customers
        from every_fact f join chosen c on c.model = f.model
        group by f.basis, f.campaign_id, to_char(f.day, 'YYYY-MM')
    ) x
),
campaign_sum as (
    select s.campaign_id, s.channel, case when s.is_known then coalesce(sum(f.spend), 0) end as spend,
        case when s.is_known or s.campaign_id = '(unattributed)' then 0 else 1 end as unknown,
        coalesce(sum(f.leads), 0) as leads, coalesce(sum(f.new_customers), 0) as customers,
        coalesce(sum(f.won_iacv), 0) as iacv, coalesce(sum(f.won_margin), 0) as margin,
        coalesce(sum(f.iacv_at_median), 0) as at_median
    from spine s
    left join fact f on f.campaign_id = s.campaign_id
    group by s.campaign_id, s.channel, s.is_known
),
grouped as (
    select case when grouping(channel) = 0 then 'channels' when grouping(campaign_id) = 0 then 'campaigns' end as shown_in,
        coalesce(channel, campaign_id, 'total') as key,
        sum(spend) as spend, coalesce(sum(unknown), 0) as unknown, coalesce(sum(leads), 0) as leads,
        coalesce(sum(customers), 0) as customers, coalesce(sum(iacv), 0) as iacv, coalesce(sum(margin), 0) as margin,
        coalesce(sum(at_median), 0) as at_median, null::bigint as saos
    from campaign_sum
    group by grouping sets ((channel), (campaign_id), ())
    union all
    select 'months', m.month,
        case when exists (select 1 from spine where is_known) then coalesce(sum(f.spend), 0) end, 0,
        coalesce(sum(f.leads), 0), coalesce(sum(f.new_customers), 0), coalesce(sum(f.won_iacv), 0),
        coalesce(sum(f.won_margin), 0), coalesce(sum(f.iacv_at_median), 0),
        (select count(*) from chosen_sao s where s.month = m.month)
    from month_of_data m
    cross join chosen c
    left join (select f.* from fact f join spine s on s.campaign_id = f.campaign_id) f on f.month = m.month
    where (c.first_day is null or m.first_day >= c.first_day) and (c.end_day is null or m.first_day < c.end_day)
    group by m.month
),
placed as (
    select g.shown_in, g.key, g.spend, g.unknown, g.leads, g.customers, g.iacv, g.margin, g.at_median, g.saos
    from grouped g where g.shown_in is not null
    union all
    select t.place, 'total', g.spend, g.unknown, g.leads, g.customers, g.iacv, g.margin, g.at_median,
        (select count(*) from chosen_sao)
    from grouped g
    cross join (values ('channels'), ('campaigns'), ('months'), ('tile')) as t (place)
    where g.shown_in is null
        and (t.place = 'tile' or t.place in (select x.shown_in from grouped x))
),
measured as (
    select p.shown_in, p.key, m.measure, m.figure
    from placed p
    cross join build_info b
    cross join whole w
    cross join lateral (values
        ('spend', pg_temp.shown(p.spend, 2)),
        ('spend_unknown_campaigns', pg_temp.shown(p.unknown, 0)),
        ('leads', pg_temp.shown(p.leads, case when w.credits then 0 else 2 end)),
        ('cost_per_lead', pg_temp.shown(p.spend / nullif(p.leads, 0), 2)),
        ('new_customers', pg_temp.shown(p.customers, case when w.credits then 0 else 2 end)),
        ('leads_per_customer', pg_temp.shown(p.leads / nullif(p.customers, 0), 2)),
        ('cac', pg_temp.shown(p.spend / nullif(p.customers, 0), 2)),
        ('won_iacv', pg_temp.shown(p.iacv, 2)),
        ('cost_per_iacv_dollar', pg_temp.shown(p.spend / nullif(p.iacv, 0), 2)),
        ('iacv_at_median', pg_temp.shown(case when b.median_conversion_days is not null then p.at_median end, 2)),
        ('estimated_iacv', pg_temp.shown(case when b.median_conversion_days is not null then 2 * p.at_median end, 2)),
        ('ltv', pg_temp.shown(case when b.gross_margin is not null then
            p.margin * b.average_retention_months / (nullif(p.customers, 0) * 12) end, 2)),
        ('roi', pg_temp.shown(case when b.gross_margin is not null and p.customers <> 0 then
            p.margin * b.average_retention_months / (nullif(p.spend, 0) * 12) end, 2)),
        ('saos', pg_temp.shown(case when b.is_sao_defined then p.saos end, 0))
    ) as m (measure, figure)
    where (p.shown_in, m.measure) in (
        select t, unnest(string_to_array(measures, ' ')) from (values
            ('channels', 'spend spend_unknown_campaigns leads cost_per_lead new_customers leads_per_customer cac won_iacv cost_per_iacv_dollar ltv roi'),
            ('campaigns', 'spend leads cost_per_lead new_customers cac won_iacv iacv_at_median estimated_iacv ltv roi'),
            ('months', 'spend leads cost_per_lead new_customers cac won_iacv saos'),
            ('tile', 'spend leads cost_per_lead new_customers cac won_iacv ltv roi saos')
        ) as x (t, measures))
),
source_sum as (
    select case when grouping(source) = 1 then 'total' else coalesce('=' || source, 'null') end as key,
        count(*) as saos, sum(iacv) as iacv, (select count(*) from chosen_sao) as every
    from chosen_sao
    group by grouping sets ((source), ())
    having count(*) > 0
),
bin as (
    select b.label, b.above, b.up_to from (values
        ('0–30', -1, 30), ('31–60', 30, 60), ('61–90', 60, 90), ('91–180', 90, 180), ('181–365', 180, 365),
        ('over 365', 365, 2147483647), ('total', -1, 2147483647)) as b (label, above, up_to)
),
bin_sum as (
    select b.label, count(w.conversion_days) filter (where w.conversion_days > b.above) as here,
        count(w.conversion_days) as so_far,
        (select count(*) from chosen_won where conversion_days is not null) as every
    from bin b
    left join chosen_won w on w.conversion_days <= b.up_to
    group by b.label
),
won_sum as (
    select case when grouping(channel) = 1 then 'total' else channel end as key, count(*) as won,
        count(conversion_days) as timed,
        (percentile_cont(0.5) within group (order by conversion_days))::numeric as median
    from chosen_won
    group by grouping sets ((channel), ())
)
select case shown_in when 'tile' then 'tile/' || measure else shown_in || '/' || key || '/' || measure end, figure
from measured
union all
select 'sao-sources/' || s.key || '/' || m.measure, m.figure
from source_sum s
cross join build_info b
cross join lateral (values
    ('saos', pg_temp.shown(case when b.is_sao_defined then s.saos end, 0)),
    ('sao_share', pg_temp.percent(case when b.is_sao_defined then s.saos::numeric / s.every end)),
    ('sao_iacv', pg_temp.shown(case when b.is_sao_defined then s.iacv end, 2)),
    ('iacv_per_sao', pg_temp.shown(case when b.is_sao_defined then s.iacv / s.saos end, 2))
) as m (measure, figure)
union all
select 'conversion-days/' || s.label || '/' || m.measure, m.figure
from bin_sum s
cross join lateral (values
    ('won_with_touch', pg_temp.shown(s.here, 0)),
    ('share_of_won', pg_temp.percent(s.here::numeric / nullif(s.every, 0))),
    ('share_so_far', pg_temp.percent(s.so_far::numeric / nullif(s.every, 0)))
) as m (measure, figure)
union all
select 'conversion-channels/' || w.key || '/' || m.measure, m.figure
from won_sum w
cross join lateral (values
    ('won_deals', pg_temp.shown(w.won, 0)),
    ('won_with_touch', pg_temp.shown(w.timed, 0)),
    ('median_days', pg_temp.shown(w.median, 1))
) as m (measure, figure)
where w.won > 0
union all
select 'tile/median_days', pg_temp.shown(w.median, 1) from won_sum w where w.key = 'total'
