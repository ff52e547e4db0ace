-- An SAO's channel is that of its primary campaign.
select s.lead_source, s.source_bucket, s.generated_source, coalesce(c.channel, '(unattributed)') as channel,
    to_char(s.sao_date, 'YYYY-MM') as month, count(*) as saos, sum(s.iacv) as iacv
from sao s
cross join build_info b
left join campaign_performance c on c.campaign_id = s.campaign_id and c.model = b.default_model
group by 1, 2, 3, 4, 5
order by 1, 2, 3, 4, 5
