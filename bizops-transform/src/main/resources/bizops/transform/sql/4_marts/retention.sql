/*
grain: the average lifetime of a chain of subscriptions; one row, none where no chain ever had recurring revenue
columns:
  exposure: pairs of a chain and a month with recurring revenue, up to as_of's month
  events: chains that had some and have none in as_of's month
  lifetime_months: exposure / events, at most retention_cap_months; that cap where there are no events
  lifetime_years: the same in years
  monthly_churn_rate: events / exposure
  is_capped: whether lifetime_months is the cap
*/
select x.exposure, x.events,
    least(x.exposure::numeric / nullif(x.events, 0), s.retention_cap_months) as lifetime_months,
    least(x.exposure::numeric / nullif(x.events, 0), s.retention_cap_months) / 12 as lifetime_years,
    x.events::numeric / x.exposure as monthly_churn_rate,
    coalesce(x.exposure::numeric / nullif(x.events, 0) > s.retention_cap_months, true) as is_capped
from (
    select sum(c.months)::bigint as exposure, count(*) filter (where c.months > 0 and c.last_mrr <= 0) as events
    from (
        select m.chain_id,
            count(*) filter (where m.mrr > 0) as months,
            sum(m.mrr) filter (where m.month = date_trunc('month', t.as_of::timestamp)::date) as last_mrr
        from marts.mrr_month m
        cross join staging.settings t
        group by m.chain_id
    ) c
) x
cross join staging.settings s
where x.exposure > 0
