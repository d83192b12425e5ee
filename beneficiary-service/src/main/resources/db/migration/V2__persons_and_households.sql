-- People and their households can be registered, corrected, split, merged and seen as of a day; a case can name its person.
create table person (
    id uuid primary key,
    version bigint not null,
    area_code text not null,
    identity bytea,
    nik_index text,
    birth_date date,
    birth_year integer not null,
    sex text not null,
    education text,
    marital_status text,
    livelihood text,
    wg_see integer,
    wg_hear integer,
    wg_walk integer,
    wg_remember integer,
    wg_care integer,
    wg_communicate integer,
    disabled boolean,
    died_on date,
    case_id uuid,
    since date not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    erased_on date,
    constraint person_nik_once unique (nik_index),
    constraint person_sex_known check (sex in ('FEMALE', 'MALE')),
    constraint person_birth_agrees check (birth_date is null or extract(year from birth_date) = birth_year),
    constraint person_answers_in_range check (
        wg_see between 1 and 4 and wg_hear between 1 and 4 and wg_walk between 1 and 4
        and wg_remember between 1 and 4 and wg_care between 1 and 4 and wg_communicate between 1 and 4),
    constraint person_answers_all_or_none check (
        num_nulls(wg_see, wg_hear, wg_walk, wg_remember, wg_care, wg_communicate) in (0, 6)),
    constraint person_disabled_by_rule check (
        disabled is not distinct from (greatest(wg_see, wg_hear, wg_walk, wg_remember, wg_care, wg_communicate) >= 3)),
    constraint person_erased_is_nobody check (erased_on is null or (identity is null and nik_index is null))
);
comment on column person.identity is 'sealed: name, NIK, phone';
comment on column person.nik_index is 'keyed hash, to find the same NIK again';
comment on column person.since is 'from which day on the current state holds';
comment on column person.case_id is 'the nomination from which they came into the register; no foreign key, for nominations point to people';
create index person_area on person (area_code text_pattern_ops, id);
create index person_disabled on person (area_code text_pattern_ops, id) where disabled;
create index person_updated on person (updated_at);
create index person_to_erase on person (died_on) where died_on is not null and erased_on is null;
create index person_of_case on person (case_id) where case_id is not null;

create table person_revision (
    id uuid primary key,
    person_id uuid not null references person,
    since date not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    identity bytea not null,
    facts jsonb not null
);
comment on table person_revision is 'what stood in person before; the current state stands there alone';
create index person_revision_of_person on person_revision (person_id, id);

create table household (
    id uuid primary key,
    version bigint not null,
    area_code text not null,
    dwelling bytea,
    kk_index text,
    facts jsonb not null,
    decile integer,
    split_from uuid references household,
    merged_into uuid references household,
    merged_on date,
    since date not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    erased_on date,
    constraint household_decile_in_range check (decile between 1 and 10),
    constraint household_merged_on_a_day check ((merged_into is null) = (merged_on is null)),
    constraint household_merged_into_another check (merged_into <> id),
    constraint household_erased_is_none check (erased_on is null or (dwelling is null and kk_index is null))
);
comment on column household.dwelling is 'sealed: KK number, address';
comment on column household.kk_index is 'keyed hash, to find the same KK number again';
create unique index household_kk_once on household (kk_index) where merged_into is null;
create index household_area on household (area_code text_pattern_ops, id);
create index household_decile on household (decile, id) where decile is not null;
create index household_updated on household (updated_at);

create table household_revision (
    id uuid primary key,
    household_id uuid not null references household,
    since date not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    area_code text not null,
    dwelling bytea not null,
    facts jsonb not null
);
comment on table household_revision is 'what stood in household before; the current state stands there alone';
create index household_revision_of_household on household_revision (household_id, id);

create table membership (
    id uuid primary key,
    household_id uuid not null references household,
    person_id uuid not null references person,
    relation text not null,
    since date not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    until date,
    ending text,
    ended_by text,
    ended_at timestamptz,
    struck_by text,
    struck_at timestamptz,
    constraint membership_relation_known check (relation in (
        'HEAD', 'HUSBAND', 'WIFE', 'CHILD', 'CHILD_IN_LAW', 'GRANDCHILD', 'PARENT', 'PARENT_IN_LAW',
        'OTHER_RELATIVE', 'DOMESTIC_WORKER', 'OTHER')),
    constraint membership_ends_after_it_began check (until >= since),
    constraint membership_ended_by_somebody check (num_nulls(until, ending, ended_by, ended_at) in (0, 4)),
    constraint membership_struck_by_somebody check ((struck_by is null) = (struck_at is null))
);
comment on column membership.until is 'the first day on which it does not hold any more';
comment on column membership.struck_at is 'when somebody found that it never was so';
create unique index membership_one_household on membership (person_id) where until is null and struck_at is null;
create unique index membership_one_head on membership (household_id)
    where relation = 'HEAD' and until is null and struck_at is null;
create index membership_of_household on membership (household_id, id);
create index membership_of_person on membership (person_id, id);

alter table nomination add column person_id uuid references person;
create index nomination_of_person on nomination (person_id) where person_id is not null;
