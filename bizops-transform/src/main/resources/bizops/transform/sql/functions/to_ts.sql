create function to_ts(value text) returns timestamptz
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
        return (part[1] || ' ' || coalesce(part[2], '00:00') || replace(coalesce(part[3], '+00'), 'Z+0000', '+00'))
            ::timestamptz;
    exception when data_exception then
        return null;
    end
    $$
