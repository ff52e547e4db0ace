select coalesce(channel, '(unattributed)') as channel, to_char(close_date, 'YYYY-MM') as month, conversion_days,
    count(*) as won
from conversion_time
group by 1, 2, 3
order by 1, 2, 3
