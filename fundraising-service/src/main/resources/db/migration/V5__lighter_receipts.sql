-- A receipt costs less. The two foreign keys of an entry asked once a row, and locked the same few accounts for everybody;
-- the check that already looks at all entries of a statement now asks for their journal and account as well. Journals and
-- accounts never go, so nothing is lost by looking once.
create or replace function require_balanced_journals() returns trigger language plpgsql as $$
begin
    if exists (
        select from added
        left join journal on journal.id = added.journal_id
        left join ledger_account on ledger_account.code = added.account_code
        group by added.journal_id
        having sum(debit) <> sum(credit) or bool_or(journal.id is null) or bool_or(ledger_account.code is null)
    ) then
        raise exception 'a journal does not balance, or is unknown, or books to an unknown account'
            using errcode = 'check_violation', constraint = 'journal_balanced';
    end if;
    return null;
end $$;
create trigger ledger_account_kept before update of code or delete or truncate on ledger_account
    for each statement execute function refuse_change();
alter table ledger_entry drop constraint ledger_entry_account_code_fkey;
alter table ledger_entry drop constraint ledger_entry_journal_id_fkey;

-- Balances are sums over all entries; an index that holds them all once more was never quicker than the table.
drop index ledger_entry_account;

-- Nearly every journal is a receipt and nearly every notification is applied: those lists follow the primary key.
drop index journal_kind;
create index journal_kind on journal (kind, id) where kind <> 'DONATION_RECEIVED';
drop index payment_notification_outcome;
create index payment_notification_outcome on payment_notification (outcome, id) where outcome <> 'APPLIED';
