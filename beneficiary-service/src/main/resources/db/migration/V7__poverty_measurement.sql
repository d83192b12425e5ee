-- Poverty of households is measured from their surveys, by published sets of dimensions and dated lines.
create table poverty_line (
    id uuid primary key,
    area_code text,
    settlement text,
    valid_from date not null,
    amount numeric(17, 2) not null,
    source text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    supersedes uuid references poverty_line,
    superseded_at timestamptz,
    constraint poverty_line_above_zero check (amount > 0),
    constraint poverty_line_settlement_known check (settlement in ('URBAN', 'RURAL')),
    constraint poverty_line_supersedes_another check (supersedes <> id)
);
comment on table poverty_line is 'what a person must at least be able to spend in a month';
comment on column poverty_line.area_code is 'a province or regency; null for the whole country';
comment on column poverty_line.settlement is 'null for both together';
comment on column poverty_line.supersedes is 'the line that this one corrects';
create unique index poverty_line_once on poverty_line (coalesce(area_code, ''), coalesce(settlement, ''), valid_from)
    where superseded_at is null;

insert into poverty_line (id, area_code, settlement, valid_from, amount, source, recorded_by, recorded_at) values
    ('0195e000-0000-7000-8000-000000000001', null, null, '2025-03-01', 609160, 'BPS, kemiskinan Maret 2025', 'system', '2026-11-22T00:00:00Z'),
    ('0195e000-0000-7000-8000-000000000002', null, 'URBAN', '2025-03-01', 629561, 'BPS, kemiskinan Maret 2025', 'system', '2026-11-22T00:00:00Z'),
    ('0195e000-0000-7000-8000-000000000003', null, 'RURAL', '2025-03-01', 580349, 'BPS, kemiskinan Maret 2025', 'system', '2026-11-22T00:00:00Z'),
    ('0195e000-0000-7000-8000-000000000004', null, null, '2025-09-01', 641443, 'BPS, kemiskinan September 2025', 'system', '2026-11-22T00:00:00Z');

create table dimension_set (
    id uuid primary key,
    version bigint not null,
    code text not null,
    number integer not null,
    status text not null,
    instrument_id uuid not null references survey_instrument,
    content jsonb not null,
    drafters jsonb not null,
    published_by text,
    published_on date,
    retired_on date,
    constraint dimension_set_number_once unique (code, number),
    constraint dimension_set_status_known check (status in ('DRAFT', 'PUBLISHED', 'RETIRED')),
    constraint dimension_set_published_by_somebody check (
        num_nulls(published_by, published_on) = case when status = 'DRAFT' then 2 else 0 end),
    constraint dimension_set_published_by_another check (not drafters @> to_jsonb(published_by)),
    constraint dimension_set_retired_on_a_day check ((status = 'RETIRED') = (retired_on is not null))
);
comment on table dimension_set is 'in what households can be deprived, how much each counts, and from where on they are poor';
create unique index dimension_set_one_draft on dimension_set (code) where status = 'DRAFT';
create index dimension_set_in_use on dimension_set (instrument_id) where status = 'PUBLISHED';

create table poverty_measurement (
    id uuid primary key,
    household_id uuid not null references household,
    submission_id uuid not null references survey_submission,
    dimension_set_id uuid not null references dimension_set,
    instrument_id uuid not null references survey_instrument,
    area_code text not null,
    measured_on date not null,
    members_on date not null,
    size integer not null,
    deprived text[] not null,
    unknown text[] not null,
    score_numerator integer,
    denominator integer not null,
    poor boolean,
    expenditure numeric,
    expenditure_per_head numeric,
    line_id uuid references poverty_line,
    line_amount numeric(17, 2),
    poor_by_line boolean,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    constraint poverty_measurement_unknown_is_not_measured check (
        num_nulls(score_numerator, poor) = case when unknown = '{}' then 0 else 2 end),
    constraint poverty_measurement_score_in_range check (score_numerator between 0 and denominator),
    constraint poverty_measurement_by_a_line check (num_nulls(line_id, line_amount) in (0, 2)),
    constraint poverty_measurement_judged_by_line check (
        (poor_by_line is null) = (expenditure_per_head is null or line_amount is null))
);
comment on column poverty_measurement.area_code is 'where the household lived when it was surveyed';
comment on column poverty_measurement.measured_on is 'the day of the survey';
comment on column poverty_measurement.members_on is
    'the day whose members count: that of the survey, or the first of which the register knows members';
comment on column poverty_measurement.deprived is 'codes of the indicators in which it is deprived';
comment on column poverty_measurement.unknown is 'codes of those that nobody can tell; then there is no score';
comment on column poverty_measurement.score_numerator is 'the weights of its deprivations, in parts of the denominator';
comment on column poverty_measurement.expenditure is 'rupiah a month of the whole household, as answered';
comment on column poverty_measurement.expenditure_per_head is 'rounded; the exact one is expenditure / size';
comment on column poverty_measurement.line_amount is 'rupiah per head and month, as the line stood';
comment on column poverty_measurement.superseded_at is 'when the survey or the line was corrected and it was measured anew';
create unique index poverty_measurement_once on poverty_measurement (submission_id, dimension_set_id)
    where superseded_at is null;
create index poverty_measurement_latest on poverty_measurement (dimension_set_id, household_id, measured_on desc, id desc)
    where superseded_at is null;
create index poverty_measurement_area on poverty_measurement (dimension_set_id, area_code text_pattern_ops, measured_on)
    where superseded_at is null;
create index poverty_measurement_of_household on poverty_measurement (household_id, id);

create table poverty_measurement_member (
    measurement_id uuid not null references poverty_measurement,
    number integer not null,
    person_id uuid references person,
    sex text not null,
    age integer not null,
    disabled boolean,
    primary key (measurement_id, number),
    constraint poverty_measurement_member_once unique (measurement_id, person_id),
    constraint poverty_measurement_member_sex_known check (sex in ('FEMALE', 'MALE'))
);
comment on column poverty_measurement_member.person_id is 'null since this person was erased';
comment on column poverty_measurement_member.age is 'on the day whose members count; of who was erased the first of five years';
create index poverty_measurement_member_of_person on poverty_measurement_member (person_id, measurement_id);

create table measuring_run (
    id uuid primary key,
    dimension_set_id uuid not null references dimension_set,
    reached uuid,
    measured integer not null,
    expected integer not null,
    started_by text not null,
    started_at timestamptz not null,
    ended_at timestamptz
);
comment on table measuring_run is 'measures by a set what had been surveyed before it was published, or measures anew';
comment on column measuring_run.reached is 'the last survey that was measured; the next batch begins after it';
create unique index measuring_run_one_of_a_set on measuring_run (dimension_set_id) where ended_at is null;
create index measuring_run_of_set on measuring_run (dimension_set_id, id);
