select as_of, reporting_currency, reporting_timezone, gross_margin is not null as is_margin_known,
    average_retention_months, default_model, models, median_conversion_days, is_sao_defined
from build_info
