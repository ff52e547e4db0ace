/*
grain: the build; one row
columns:
  as_of: day of the build
  reporting_currency: currency of all money here
  reporting_timezone: zone of all dates here
  gross_margin?: fraction that is left of revenue
  average_retention_months?: lifetime of a customer in months, of settings.json, else as marts.retention computes it
  default_model: attribution model that a dashboard shows first
  models: attribution models that were built
  lookback_days: how long before an opportunity's creation a touch may count
  median_conversion_days?: median of conversion_time, over all won opportunities
  fiscal_year_start_month: 1..12
  fiscal_year_named_by: start or end
  is_sao_defined: whether sales acceptance can be told from the data; where not, SAO columns are null
*/
select s.as_of, s.reporting_currency, s.reporting_timezone, s.gross_margin,
    coalesce(s.average_retention_months, (select r.lifetime_months from marts.retention r)) as average_retention_months,
    s.default_model, s.models, s.lookback_days,
    (select c.median_conversion_days from marts.conversion_median c) as median_conversion_days,
    s.fiscal_year_start_month, s.fiscal_year_named_by,
    s.sao_stage is not null
        or not exists (select 1 from staging.build_note n where n.code = 'sao_undefined') as is_sao_defined
from staging.settings s
