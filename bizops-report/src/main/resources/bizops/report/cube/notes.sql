select code, object, detail, rows_affected, metric_names
from note
order by code collate "C", object collate "C", detail collate "C"
