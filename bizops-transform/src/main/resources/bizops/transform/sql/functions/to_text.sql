create function to_text(value text) returns text
    language sql immutable parallel safe
    as $$ select case when value ~ '\S' then value end $$
