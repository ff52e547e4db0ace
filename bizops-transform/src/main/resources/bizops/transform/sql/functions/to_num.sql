create function to_num(value text) returns numeric
    language plpgsql immutable parallel restricted
    as $$
    declare
        found numeric;
    begin
        if value is null or value !~ '^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?\s*$' then
            return null;
        end if;
        found := btrim(value, E' \t\n\r')::numeric;
        return case when abs(found) < 1e18 then found end;
    exception when data_exception then
        return null;
    end
    $$
