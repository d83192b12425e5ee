-- People who may be registered twice are found, and merged or told apart; a merge can be taken back.
alter table person add column merged_into uuid references person;
alter table person add constraint person_merged_into_another check (merged_into <> id);
create index person_absorbed on person (merged_into) where merged_into is not null;
comment on column person.merged_into is 'the record of the same person that counts';

create table person_merge (
    id uuid primary key,
    survivor_id uuid not null references person,
    absorbed_id uuid not null references person,
    area_before text not null,
    since_before date not null,
    revision_id uuid,
    closed jsonb not null,
    opened uuid,
    survivor_version bigint not null,
    merged_by text not null,
    merged_at timestamptz not null,
    undone_by text,
    undone_at timestamptz,
    constraint person_merge_of_two check (survivor_id <> absorbed_id),
    constraint person_merge_undone_by_somebody check ((undone_by is null) = (undone_at is null))
);
comment on table person_merge is 'what a merge changed, so that it can be taken back';
comment on column person_merge.revision_id is 'what stood in the survivor before, in person_revision';
comment on column person_merge.closed is 'the memberships that the merge ended or struck out';
comment on column person_merge.opened is 'the membership that the merge began';

create table likeness_key (
    key bigint not null,
    person_id uuid not null references person,
    primary key (key, person_id)
);
comment on table likeness_key is 'keyed hashes of the sound of a name together with birth or place: equal ones are worth a comparison';
create index likeness_key_of_person on likeness_key (person_id);

create table suspected_duplicate (
    id uuid primary key,
    version bigint not null,
    first_id uuid not null references person,
    second_id uuid not null references person,
    score integer not null,
    band text not null,
    status text not null,
    origin text not null,
    found_at timestamptz not null,
    resolved_by text,
    resolved_at timestamptz,
    survivor_id uuid references person,
    merge_id uuid references person_merge,
    follows_id uuid references suspected_duplicate,
    constraint suspected_duplicate_once unique (first_id, second_id),
    constraint suspected_duplicate_of_two check (first_id < second_id),
    constraint suspected_duplicate_band_known check (band in ('LIKELY', 'POSSIBLE')),
    constraint suspected_duplicate_status_known check (status in ('OPEN', 'MERGED', 'NOT_THE_SAME')),
    constraint suspected_duplicate_resolved_by_somebody check (
        (status = 'OPEN') = (resolved_by is null) and (resolved_by is null) = (resolved_at is null)),
    constraint suspected_duplicate_merged_into_one check (
        (status = 'MERGED') = (merge_id is not null) and (merge_id is null) = (survivor_id is null))
);
comment on column suspected_duplicate.score is 'tenths of a bit';
comment on column suspected_duplicate.follows_id is 'told apart because one of the two was merged into another who had been';
create index suspected_duplicate_of_second on suspected_duplicate (second_id);
create index suspected_duplicate_open on suspected_duplicate (id) where status = 'OPEN';
create index suspected_duplicate_follows on suspected_duplicate (follows_id) where follows_id is not null;
