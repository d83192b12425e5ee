-- Help can be looked at after it was given, and a person's whole way can be followed.
create table beneficiary (
    id uuid primary key,
    case_id uuid not null,
    district_code text not null,
    sequence bigint not null
);

create table program (
    id uuid primary key,
    beneficiary_id uuid not null,
    delivered_on date
);

create table journey_item (
    event_id text primary key,
    case_id uuid,
    beneficiary_id uuid,
    campaign_id uuid,
    donation_id uuid,
    type text not null,
    service text not null,
    occurred_on date not null,
    recorded_at timestamptz not null,
    amount numeric(17, 2)
);
create index journey_item_case on journey_item (case_id) where case_id is not null;
create index journey_item_beneficiary on journey_item (beneficiary_id) where beneficiary_id is not null;
create index journey_item_campaign on journey_item (campaign_id) where campaign_id is not null;
create index journey_item_donation on journey_item (donation_id) where donation_id is not null;

create table mobilised_lot (
    event_id text not null,
    position integer not null,
    beneficiary_id uuid not null,
    donation_id uuid not null,
    campaign_id uuid not null,
    amount numeric(17, 2) not null,
    primary key (event_id, position)
);
create index mobilised_lot_beneficiary on mobilised_lot (beneficiary_id);

create table visit (
    id uuid primary key,
    version bigint not null,
    beneficiary_id uuid not null,
    program_id uuid not null references program,
    district_code text not null,
    visited_by text not null,
    visited_on date not null,
    suits boolean not null,
    lasts boolean not null,
    notes text
);
create index visit_beneficiary on visit (beneficiary_id, id);
create index visit_program on visit (program_id, id);
create index visit_district on visit (district_code text_pattern_ops, id);

create table finding (
    id uuid primary key,
    version bigint not null,
    status text not null,
    visit_id uuid not null references visit,
    beneficiary_id uuid not null,
    program_id uuid not null,
    district_code text not null,
    description text not null,
    corrective_action text,
    raised_on date not null,
    resolved_on date,
    action text,
    resolved_by text
);
create index finding_visit on finding (visit_id);
create index finding_beneficiary on finding (beneficiary_id, id);
create index finding_program on finding (program_id, id);
create index finding_status on finding (status, id);
create index finding_district on finding (district_code text_pattern_ops, id);

create table follow_up (
    id uuid primary key,
    version bigint not null,
    status text not null,
    beneficiary_id uuid not null,
    program_id uuid not null references program,
    district_code text not null,
    months integer not null,
    due_on date not null,
    visit_id uuid references visit,
    constraint follow_up_once unique (program_id, months)
);
create index follow_up_beneficiary on follow_up (beneficiary_id, id);
create index follow_up_status on follow_up (status, due_on);
create index follow_up_due on follow_up (due_on, id);
create index follow_up_district on follow_up (district_code text_pattern_ops, id);
