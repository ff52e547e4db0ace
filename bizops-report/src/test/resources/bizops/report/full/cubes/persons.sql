/*
title: a person
details: true
columns:
  name: Person
  first_touch: First touch
  leads: Leads
  buys: In a buying group
*/
select p.person_key as name, p.first_touch_date as first_touch, p.lead_count as leads, p.is_in_buying_group as buys
from {core}.person p
order by p.person_key, p.account_id
