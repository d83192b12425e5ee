package id.berdikari.kit.problem;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"08006", "57P01", "53300", "40P01", "25P03", "58030"})
    void aDatabaseThatIsAwayOrBusyHeals(String state) {
        assertTrue(Outage.isBehind(new IllegalStateException(new SQLException("away", state))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22001"})
    void aStatementThatTheDatabaseRefusesDoesNot(String state) {
        assertFalse(Outage.isBehind(new IllegalStateException(new SQLException("refused", state))));
    }

    @Test
    void aTransactionThatRanOutOfTimeHeals() {
        assertTrue(Outage.isBehind(new RuntimeException(new RollbackException("out of time"))));
        assertTrue(Outage.isBehind(new RuntimeException(new SQLTransientConnectionException("no connection"))));
        assertFalse(Outage.isBehind(new IllegalStateException("a mistake of ours")));
    }
}
