/*
title: an owner's completed activities and open opportunities
columns:
  owner_name: Owner
  completed_activities: Activities
  completed_30_days: Last 30 days
  completed_90_days: Last 90 days
  opportunities_touched: Opportunities
  last_activity_date: Last one
  open_opportunities: Open
  stale_opportunities: Open and stale
*/
select owner_name, completed_activities, completed_30_days, completed_90_days, opportunities_touched, last_activity_date,
    open_opportunities, stale_opportunities
from activity_scorecard
order by open_opportunities desc, owner_name collate "C"
