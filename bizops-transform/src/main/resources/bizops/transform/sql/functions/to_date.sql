-- A date-time at midnight UTC is a date that a loader has widened; any other is an instant, whose day depends on the zone.
create function to_date(value text, zone text) returns date
    language plpgsql stable parallel restricted
    as $$
    declare
        part text[];
    begin
        if value is null then
            return null;
        end if;
        part := regexp_match(value,
            '^\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|Z\+0000|[+-]\d{2}(?::?\d{2})?)?)?\s*$');
        if part is null then
            return null;
        end if;
        if part[2] is null
            or (part[2] ~ '^00:00(:00(\.0+)?)?$' and coalesce(part[3], 'Z') in ('Z', 'Z+0000', '+00', '+0000', '+00:00'))
        then
            return part[1]::date;
        end if;
        return ((part[1] || ' ' || part[2] || replace(coalesce(part[3], '+00'), 'Z+0000', '+00'))
            ::timestamptz at time zone zone)::date;
    exception when data_exception then
        return null;
    end
    $$
