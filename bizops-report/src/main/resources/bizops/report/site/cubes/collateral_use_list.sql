/*
title: a visit of a page of a piece of collateral
dimensions: [month, collateral]
details: true
optional: true
columns:
  use_date: Day
  piece: Piece
  person: Person
  page: Page
*/
select date_trunc('month', c.use_date::timestamp)::date as month, c.collateral, c.use_date, c.collateral as piece,
    coalesce(p.email, c.person_key) as person, split_part(c.path, '?', 1) as page
from {core}.collateral_use c
left join {core}.person p on p.person_key = c.person_key
order by c.use_date desc, c.collateral collate "C", c.activity_id collate "C"
