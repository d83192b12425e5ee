package id.berdikari.kit.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Worked example, computed independently of this code. */
class AuditChainTest {

    @Test
    void chainsTheCanonicalFormOfEachEntryToTheHashBefore() {
        var first = AuditChain.next(
                AuditChain.START,
                "{\"action\":\"beneficiary.read\",\"actor\":\"user:7f3\",\"object\":\"hh:42\",\"reason\":\"verifikasi\",\"seq\":1,\"ts\":\"2026-01-31T10:00:00Z\"}");
        var second = AuditChain.next(
                first,
                "{\"action\":\"beneficiary.update\",\"actor\":\"user:7f3\",\"object\":\"hh:42\",\"reason\":\"koreksi alamat\",\"seq\":2,\"ts\":\"2026-01-31T10:05:00Z\"}");

        assertEquals(
                "834e0cde4c28eef4eec96219b5e417ce67cff05f439633e933c043dbfe7fa499",
                HexFormat.of().formatHex(first));
        assertEquals(
                "7f88ce6f3fd66271e6ae05e05655883311116fde7e116bc42a311faeb21b873f",
                HexFormat.of().formatHex(second));
    }
}
