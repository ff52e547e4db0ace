/*
severity: error
model: marts.collateral_usage
says: uses of collateral are not the visits that were found
*/
select u.collateral as key, u.uses as found
from marts.collateral_usage u
left join (
    select v.collateral, count(*) as uses from core.collateral_use v group by v.collateral
) v on v.collateral = u.collateral
left join marts.collateral_usage_period p
    on p.collateral = u.collateral and p.period_type = 'all' and p.basis = 'cohort'
where u.uses is not null
    and (u.uses <> coalesce(v.uses, 0)
        or coalesce(p.uses, 0) <> u.uses
        or coalesce(p.opportunities, 0) <> u.opportunities
        or coalesce(p.won_iacv_influenced, 0) <> u.won_iacv_influenced)
