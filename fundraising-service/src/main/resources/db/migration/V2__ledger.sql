-- Money is booked in journals that balance and never change.
create table ledger_account (
    code text primary key,
    name text not null,
    kind text not null
);
insert into ledger_account (code, name, kind) values
    ('1100', 'Cash at the payment gateway', 'ASSET'),
    ('2100', 'Fund for persons', 'FUND'),
    ('2200', 'Fund for kinds of help', 'FUND'),
    ('2300', 'Unrestricted fund', 'FUND'),
    ('2900', 'Reserved for programmes', 'FUND');

create table journal (
    id uuid primary key,
    kind text not null,
    reference uuid not null,
    booked_on date not null,
    booked_at timestamptz not null
);
create index journal_kind on journal (kind, id);
create index journal_reference on journal (reference, id);

create table ledger_entry (
    id bigint generated always as identity primary key,
    journal_id uuid not null references journal,
    booked_on date not null,
    account_code text not null references ledger_account,
    debit numeric(17, 2) not null,
    credit numeric(17, 2) not null,
    constraint ledger_entry_one_side check (debit >= 0 and credit >= 0 and (debit = 0) <> (credit = 0))
);
create index ledger_entry_journal on ledger_entry (journal_id);
create index ledger_entry_account on ledger_entry (account_code, booked_on) include (debit, credit);

-- Checked once a statement, not once a row: the entries of a journal are written together.
create function require_balanced_journals() returns trigger language plpgsql as $$
begin
    if exists (select from added group by journal_id having sum(debit) <> sum(credit)) then
        raise exception 'a journal does not balance' using errcode = 'check_violation', constraint = 'journal_balanced';
    end if;
    return null;
end $$;
create trigger journal_balanced after insert on ledger_entry
    referencing new table as added for each statement execute function require_balanced_journals();

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'what is booked stays: % of % refused', tg_op, tg_table_name using errcode = 'check_violation';
end $$;
create trigger journal_immutable before update or delete or truncate on journal
    for each statement execute function refuse_change();
create trigger ledger_entry_immutable before update or delete or truncate on ledger_entry
    for each statement execute function refuse_change();
