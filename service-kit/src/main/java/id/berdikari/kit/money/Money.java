package id.berdikari.kit.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * An amount of rupiah, exact to two decimals and never negative. In JSON it is
 * {@code {"amount":"150000.00","currency":"IDR"}}; the amount is text, so that no client rounds it.
 *
 * @param amount the amount with scale 2, from 0 to 999,999,999,999,999.99
 */
@JsonDeserialize(using = MoneyReader.class)
public record Money(BigDecimal amount) implements Comparable<Money> {

    private static final BigDecimal LIMIT = new BigDecimal("1E15");

    /** No money. */
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    /**
     * Keeps the amount exact.
     *
     * @throws IllegalArgumentException if it is negative, too large or has more than two decimals
     */
    public Money {
        if (amount.signum() < 0
                || amount.compareTo(LIMIT) >= 0
                || amount.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("not an amount of money");
        }
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    /**
     * Reads an amount.
     *
     * @param amount decimal text such as {@code 150000.00}
     * @return the money
     * @throws IllegalArgumentException if it is not an amount
     */
    public static Money rupiah(String amount) {
        return new Money(new BigDecimal(amount));
    }

    /**
     * Adds up.
     *
     * @param parts any number of amounts
     * @return their sum, zero if there are none
     */
    public static Money sum(Collection<Money> parts) {
        return parts.stream().reduce(ZERO, Money::plus);
    }

    /**
     * Adds.
     *
     * @param other the other amount
     * @return the sum
     */
    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    /**
     * Subtracts.
     *
     * @param other the other amount, not more than this one
     * @return the difference
     * @throws IllegalArgumentException if it would be negative
     */
    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    /**
     * Compares.
     *
     * @param other the other amount
     * @return whether this one is more
     */
    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    /**
     * Tells whether there is nothing.
     *
     * @return whether the amount is zero
     */
    public boolean isZero() {
        return amount.signum() == 0;
    }

    /**
     * The smaller of two.
     *
     * @param other the other amount
     * @return the smaller one
     */
    public Money atMost(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    @JsonValue
    Shape shape() {
        return new Shape(amount.toPlainString(), Currency.IDR);
    }

    /**
     * Money as it stands in JSON.
     *
     * @param amount decimal text with up to two decimals
     * @param currency always IDR
     */
    public record Shape(String amount, Currency currency) {
        @JsonCreator
        public Shape {}
    }

    /** The one currency. */
    public enum Currency {
        /** Indonesian rupiah. */
        IDR
    }
}
