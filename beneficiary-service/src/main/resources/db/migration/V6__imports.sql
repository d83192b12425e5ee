-- Households and persons can be imported from files, again and again, by the keys that their source gave them.
create table register_import (
    id uuid primary key,
    version bigint not null,
    format text not null,
    source text not null,
    size bigint not null,
    status text not null,
    language text not null,
    rows_done bigint not null,
    registered bigint not null,
    corrected bigint not null,
    unchanged bigint not null,
    refused bigint not null,
    findings bigint not null,
    tries integer not null,
    failure text,
    failure_line bigint,
    created_by text not null,
    areas text[] not null,
    created_at timestamptz not null,
    worked_until timestamptz,
    finished_at timestamptz,
    constraint register_import_format_known check (format in ('CSV', 'XLSX')),
    constraint register_import_status_known check (
        status in ('RECEIVING', 'CHECKING', 'CHECKED', 'RUNNING', 'FINISHED', 'FAILED', 'CANCELLED')),
    constraint register_import_not_empty check (size > 0),
    constraint register_import_failed_for_a_reason check ((status = 'FAILED') = (failure is not null))
);
create index register_import_of_somebody on register_import (created_by, id);
create index register_import_to_work_on on register_import (id) where status in ('CHECKING', 'RUNNING');
create index register_import_left on register_import (created_at) where status in ('RECEIVING', 'CHECKED');

create table register_import_part (
    import_id uuid not null references register_import on delete cascade,
    number integer not null,
    length integer not null,
    content bytea not null,
    primary key (import_id, number)
);
comment on column register_import_part.content is 'sealed: a piece of the file';

create table register_import_finding (
    import_id uuid not null references register_import on delete cascade,
    line bigint not null,
    number integer not null,
    column_name text,
    rule text not null,
    detail text not null,
    primary key (import_id, line, number)
);
comment on table register_import_finding is 'why a line was refused, without what it said';

create table register_import_seen (
    import_id uuid not null references register_import on delete cascade,
    seen text not null,
    primary key (import_id, seen)
);
comment on table register_import_seen is 'keyed hashes of what the file named so far';

create table register_source_key (
    source text not null,
    source_key text not null,
    object_id uuid not null,
    content text not null,
    primary key (source, source_key)
);
comment on table register_source_key is 'which household or person a source means by a key, and what it said last; keyed hashes';
