package id.berdikari.fundraising;

import id.berdikari.kit.RoleMatrix;
import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class RoleMatrixTest {

    @Test
    void everyOperationIsOpenToItsRolesOnly() {
        RoleMatrix.verify();
    }
}
