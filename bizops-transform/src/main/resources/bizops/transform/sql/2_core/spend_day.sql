/*
grain: a campaign's spend on a day
key: [campaign_id, spend_date, basis]
accepted:
  basis: [seed, mapped_table, program_cost, actual_cost]
columns:
  campaign_id: the campaign; where no such campaign lives, what the source calls it
  spend_date: day of the spend
  amount?: in the reporting currency
  amount_local?: in its own currency; in the reporting currency where the day has several
  currency: its own currency; the reporting currency where the day has several
  basis: seed (spend.csv), mapped_table (a raw table of mapping.yml), program_cost (Marketo) or actual_cost (the campaign's cost field, spread over its days)
  is_campaign_known: whether such a campaign lives
  channel?: the campaign's channel; null where no such campaign lives
*/
with rated as (
    select x.*,
        round(x.amount * case when x.currency = s.reporting_currency then 1 else r.rate end, 6) as converted
    from core.spend_source x
    cross join staging.settings s
    left join core.currency_rate r
        on r.currency = x.currency and x.spend_date >= r.valid_from and x.spend_date < r.valid_to
    where x.is_used
)
select r.campaign_id,
    r.spend_date,
    case when count(*) = count(r.converted) then sum(r.converted) end::numeric(24, 6) as amount,
    case
        when min(r.currency) = max(r.currency) then sum(r.amount)
        when count(*) = count(r.converted) then sum(r.converted)
    end::numeric(24, 6) as amount_local,
    case when min(r.currency) = max(r.currency) then min(r.currency) else min(s.reporting_currency) end as currency,
    r.basis,
    bool_and(r.is_campaign_known) as is_campaign_known,
    min(c.channel) as channel
from rated r
cross join staging.settings s
left join core.campaign c on c.campaign_id = r.campaign_id
group by r.campaign_id, r.spend_date, r.basis
