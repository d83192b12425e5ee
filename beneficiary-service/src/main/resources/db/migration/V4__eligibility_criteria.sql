-- Criteria can be written, published, and held against one household or all of an area.
create table criteria_set (
    id uuid primary key,
    version bigint not null,
    code text not null,
    edition integer not null,
    status text not null,
    content jsonb not null,
    drafters jsonb not null,
    drafted_at timestamptz not null,
    published_by text,
    published_at timestamptz,
    retired_at timestamptz,
    constraint criteria_set_edition_once unique (code, edition),
    constraint criteria_set_status_known check (status in ('DRAFT', 'PUBLISHED', 'RETIRED')),
    constraint criteria_set_published_by_somebody check (
        (status = 'DRAFT') = (published_by is null) and (published_by is null) = (published_at is null)),
    constraint criteria_set_retired_at_a_time check ((status = 'RETIRED') = (retired_at is not null)),
    constraint criteria_set_published_by_another check (not drafters @> to_jsonb(published_by))
);
create unique index criteria_set_one_draft on criteria_set (code) where status = 'DRAFT';
create unique index criteria_set_one_published on criteria_set (code) where status = 'PUBLISHED';

create table screening (
    id uuid primary key,
    version bigint not null,
    criteria_id uuid not null references criteria_set,
    compared_with uuid references criteria_set,
    content jsonb not null,
    area_code text not null,
    scope jsonb not null,
    as_of date not null,
    status text not null,
    problem text,
    reached uuid,
    judged integer not null,
    expected integer not null,
    started_by text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    constraint screening_status_known check (status in ('RUNNING', 'DONE', 'FAILED')),
    constraint screening_ends check ((status = 'RUNNING') = (ended_at is null))
);
comment on column screening.content is 'the criteria as they stood at the start';
comment on column screening.scope is 'the areas of whoever started it, as patterns';
comment on column screening.reached is 'the last household that was judged; the next batch begins after it';
create index screening_running on screening (id) where status = 'RUNNING';
create index screening_of_criteria on screening (criteria_id, id);

create table screening_result (
    screening_id uuid not null references screening on delete cascade,
    household_id uuid not null references household,
    area_code text not null,
    decile integer,
    head_sex text,
    livelihood text,
    disabled boolean,
    outcome text not null,
    score integer not null,
    possible_score integer not null,
    verdicts text not null,
    earlier_outcome text,
    earlier_score integer,
    primary key (screening_id, household_id)
);
comment on column screening_result.verdicts is 'T, F or U for each rule, in the order of the rules';
create index screening_result_rank on screening_result (screening_id, score desc, household_id);
