-- People can be found by name, also with typing errors, without their names being readable.
create table name_key (
    key bigint not null,
    area_code text collate "C" not null,
    person_id uuid not null,
    birth_year smallint not null
);
comment on table name_key is 'keyed hashes of the sounds of the words of a name, and of each two of them; no foreign key, for it would be checked row by row';
create index name_key_by_area on name_key (key, area_code, person_id) include (birth_year);
create index name_key_of_person on name_key (person_id);

-- Also where an older version moves, merges or erases somebody.
create function follow_person() returns trigger language plpgsql as $$
begin
    if new.erased_on is not null or new.merged_into is not null then
        delete from name_key where person_id = new.id;
    else
        update name_key set area_code = new.area_code where person_id = new.id;
    end if;
    return null;
end $$;
create trigger person_followed after update on person for each row
    when (new.area_code is distinct from old.area_code
        or (new.erased_on is not null and old.erased_on is null)
        or (new.merged_into is not null and old.merged_into is null))
    execute function follow_person();

create index nomination_person_by_status on nomination (status, person_id) where person_id is not null;
