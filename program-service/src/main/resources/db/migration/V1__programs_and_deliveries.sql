-- Help can be planned for approved beneficiaries, funded, handed over and acknowledged.
create table beneficiary (
    case_id uuid primary key,
    beneficiary_id uuid constraint beneficiary_once unique,
    district_code text,
    decided_on date,
    deciders text[] not null,
    assistance_consent boolean not null,
    approved_sequence bigint not null,
    consent_sequence bigint not null,
    exited_on date
);

create table approved_need (
    case_id uuid not null references beneficiary,
    program_type text not null,
    amount numeric(17, 2) not null,
    primary key (case_id, program_type)
);

create table program (
    id uuid primary key,
    version bigint not null,
    status text not null,
    beneficiary_id uuid not null references beneficiary (beneficiary_id),
    program_type text not null,
    district_code text not null,
    approved_on date not null,
    title text not null,
    planned_by text not null,
    budget numeric(17, 2) not null constraint program_budget_positive check (budget > 0),
    mobilised numeric(17, 2) not null,
    spent numeric(17, 2) not null,
    returned numeric(17, 2) not null,
    return_sequence bigint not null,
    deliveries integer not null,
    acknowledgements integer not null,
    proposed_on date not null,
    requested_on date,
    funded_on date,
    declined_on date,
    completed_on date,
    cancelled_on date,
    cancellation_reason text,
    constraint program_within_mobilised_money check (spent <= mobilised),
    constraint program_acknowledges_deliveries check (acknowledgements <= deliveries)
);
create index program_beneficiary on program (beneficiary_id, program_type, id);
create index program_status on program (status, id);
create index program_type on program (program_type, id);
create index program_district on program (district_code text_pattern_ops, id);

create table budget_line (
    program_id uuid not null references program,
    position integer not null,
    description text not null,
    amount numeric(17, 2) not null,
    primary key (program_id, position)
);

create table delivery (
    id uuid primary key,
    version bigint not null,
    status text not null,
    program_id uuid not null references program,
    beneficiary_id uuid not null,
    district_code text not null,
    delivered_by text not null,
    delivered_on date not null,
    actual_cost numeric(17, 2) not null constraint delivery_cost_positive check (actual_cost > 0),
    proof_note text not null,
    proof_document_number text,
    acknowledged_on date,
    acknowledged_by text,
    witness text,
    verified_by text,
    constraint delivery_acknowledged_by_another check (verified_by <> delivered_by)
);
create index delivery_program on delivery (program_id, id);
create index delivery_status on delivery (status, id);
create index delivery_district on delivery (district_code text_pattern_ops, id);

create table delivered_item (
    delivery_id uuid not null references delivery,
    position integer not null,
    description text not null,
    quantity numeric(12, 3) not null,
    primary key (delivery_id, position)
);

create table receipt (
    delivery_id uuid not null references delivery,
    position integer not null,
    number text not null,
    amount numeric(17, 2) not null,
    primary key (delivery_id, position)
);
