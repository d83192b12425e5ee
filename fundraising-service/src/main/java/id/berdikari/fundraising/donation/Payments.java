package id.berdikari.fundraising.donation;

import id.berdikari.event.ProgramType;
import id.berdikari.fundraising.mobilisation.Purpose;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.statement.OneStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The few columns of donations that payments are about, in plain SQL: a viral campaign is thousands of them a second, and
 * mapping whole entities would cost as much again as the rows themselves.
 */
@ApplicationScoped
class Payments {

    private final DataSource database;

    Payments(DataSource database) {
        this.database = database;
    }

    Optional<Payment> find(UUID donationId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select campaign_id, beneficiary_id, program_type, amount, refunded, status, payment_state, version
                        from donation where id = ?""")) {
            select.setObject(1, donationId);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(payment(donationId, row)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Begins the statement that changes a payment, if it still is as it was read. */
    static OneStatement change(
            Payment payment, PaymentState reported, Donation.Status status, @Nullable LocalDate receivedOn) {
        return OneStatement.provided(
                """
                update donation set payment_state = ?, status = ?, received_on = coalesce(?::date, received_on), version = version + 1
                where id = ? and version = ?""", reported.name(), status.name(), receivedOn, payment.donationId(), payment.version());
    }

    private static Payment payment(UUID donationId, ResultSet row) throws SQLException {
        var programType = row.getString(3);
        return new Payment(
                donationId,
                row.getObject(1, UUID.class),
                new Purpose(
                        row.getObject(2, UUID.class), programType == null ? null : ProgramType.valueOf(programType)),
                new Money(row.getBigDecimal(4)),
                new Money(row.getBigDecimal(5)),
                Donation.Status.valueOf(row.getString(6)),
                PaymentState.valueOf(row.getString(7)),
                row.getLong(8));
    }
}
