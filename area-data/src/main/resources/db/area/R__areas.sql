-- Areas can be looked up by code, by parent and by any part of their name.
create extension if not exists pg_trgm;

create table if not exists area (
    code        text primary key,
    parent_code text,
    level       text not null check (level in ('PROVINCE', 'REGENCY', 'DISTRICT', 'VILLAGE')),
    name        text not null,
    source      text not null,
    valid_from  date,
    valid_to    date,
    check ((parent_code is null) = (level = 'PROVINCE')),
    check (parent_code is null or code like parent_code || '.%')
);

comment on table area is 'Derived from idn-area-data, under the Open Database License 1.0';
comment on column area.valid_from is 'null: it was there in the first release that was loaded';
comment on column area.valid_to is 'null: it is there in the latest release that was loaded';

create index if not exists area_children on area (parent_code, code);
create index if not exists area_name_part on area using gin (lower(name) gin_trgm_ops);

create table if not exists area_data_version (
    level     text primary key,
    version   text not null,
    loaded_at timestamptz not null default current_timestamp
);
