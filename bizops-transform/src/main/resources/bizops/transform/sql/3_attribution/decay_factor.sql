/*
grain: a number of days; from 0 up to the span of all touches, or until the factor is 0 at 30 decimals
key: [days]
columns:
  days: whole days from a touch to the last touch of the same event
  factor: 2 to the power of -days / time_decay_half_life_days, rounded to 30 decimals
*/
select n.days,
    round(exp(
        - n.days * 0.693147180559945309417232121458176568075500134360255254120680 / s.time_decay_half_life_days
    ), 30)::numeric(31, 30) as factor
from (
    select coalesce(max(t.touch_date) - min(t.touch_date), 0) as days from core.touch_day t
) span
cross join staging.settings s
cross join lateral generate_series(0, least(span.days, 101 * s.time_decay_half_life_days::bigint)) as n (days)
