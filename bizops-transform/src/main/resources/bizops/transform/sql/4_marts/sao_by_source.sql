/*
materialized: view
grain: sales accepted opportunities of a source and a period, at their SAO date
key: [period_type, period_start, source_bucket, lead_source, generated_source]
columns:
  period_type: day, week, month, quarter, year, fiscal_quarter, fiscal_year or all
  period_start?: first day of the period; null for all
  source_bucket: bucket of lead_source_bucket.csv, else Other
  lead_source?: Opportunity.LeadSource
  lead_source_label: lead source to show; Unknown where there is none
  generated_source?: who made it
  generated_source_label: to show; Unknown where there is none
  saos: sales accepted opportunities
  iacv: their IACV
*/
select p.period_type, p.period_start,
    s.source_bucket, s.lead_source, s.lead_source_label, s.generated_source, s.generated_source_label,
    count(*) as saos,
    sum(s.iacv) as iacv
from marts.sao s
join core.day_period p on p.date_day = s.sao_date
group by 1, 2, 3, 4, 5, 6, 7
