package id.berdikari.fundraising.ledger;

import id.berdikari.kit.money.Money;

/** One line of a journal; one of its two amounts is zero. */
public record Posting(Account account, Money debit, Money credit) {

    public static Posting debit(Account account, Money amount) {
        return new Posting(account, amount, Money.ZERO);
    }

    public static Posting credit(Account account, Money amount) {
        return new Posting(account, Money.ZERO, amount);
    }
}
