/*
severity: error
model: marts.pipeline_flow
says: opening + created + increase - decrease + reopened - won - lost - deleted is not closing
*/
select f.period_type || ' ' || f.period_start as key
from marts.pipeline_flow f
where f.opening + f.created + f.increase - f.decrease + f.reopened - f.won - f.lost - f.deleted <> f.closing
    or f.opening_count + f.created_count + f.reopened_count - f.won_count - f.lost_count - f.deleted_count
        <> f.closing_count
