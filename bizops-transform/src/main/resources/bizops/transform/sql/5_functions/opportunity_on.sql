/*
arguments: on_day date
returns: core.opportunity_snapshot_day
says: every live opportunity as it was at the end of that local day
*/
select d.* from core.opportunity_snapshot_day d where d.day = on_day
