/*
grain: a day of touches
additive: {inputs: [core.touch], count: touches}
key: [touch_date]
columns:
  touch_date: local day of the responses
  touches: how many
*/
select t.touch_date, count(*) as touches
from core.touch t
group by t.touch_date
