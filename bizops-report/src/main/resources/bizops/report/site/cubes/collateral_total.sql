/*
title: a piece of collateral over all time
columns:
  collateral: Piece
  uses: Uses
  people: People
  opportunities: Opportunities
  won_opportunities: Won
  won_iacv_influenced: Won IACV influenced
money: [won_iacv_influenced]
*/
select collateral, uses, people, opportunities, won_opportunities, round(won_iacv_influenced) as won_iacv_influenced
from collateral_usage
order by uses desc nulls last, collateral collate "C"
