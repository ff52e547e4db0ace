/*
severity: error
model: marts.stage_conversion
says: a stage is reached by fewer opportunities than the next one
*/
select c.stage as key
from marts.stage_conversion c
where c.reached_next > c.reached or c.won > c.reached_next
