package id.berdikari.event;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money in an event: {@code {"amount":"150000.00","currency":"IDR"}}.
 *
 * @param amount the decimal amount as text with exactly two decimals, so that no reader rounds it
 * @param currency the ISO 4217 code, always {@code IDR} today
 */
public record EventMoney(String amount, String currency) {

    /**
     * Writes rupiah.
     *
     * @param amount an amount with at most two decimals
     * @return the same amount as it travels
     * @throws ArithmeticException if the amount has more than two decimals
     */
    public static EventMoney rupiah(BigDecimal amount) {
        return new EventMoney(amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString(), "IDR");
    }

    /**
     * Reads the amount.
     *
     * @return the decimal value
     */
    public BigDecimal toDecimal() {
        return new BigDecimal(amount);
    }
}
