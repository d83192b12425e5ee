package id.berdikari.beneficiary.area;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class AreaResourceTest {
    private static final String AREAS = "/api/v1/areas";

    @Test
    void showsAnAreaWithThePathOfItsParents() {
        given().get(AREAS + "/33.02.27.1001")
                .then()
                .statusCode(200)
                .body("level", equalTo("VILLAGE"))
                .body("parentCode", equalTo("33.02.27"))
                .body("path.code", contains("33", "33.02", "33.02.27"))
                .body("path[1].name", equalTo("Kabupaten Banyumas"));
    }

    @Test
    void knowsNoOtherAreas() {
        given().get(AREAS + "/99.99").then().statusCode(404);
    }

    @Test
    void listsChildrenPageByPage() {
        var pages = new ArrayList<List<String>>();
        var cursor = "";
        do {
            var page = given().queryParam("parent", "33.02")
                    .queryParam("limit", 10)
                    .queryParam("cursor", cursor)
                    .get(AREAS)
                    .then()
                    .statusCode(200)
                    .extract();
            pages.add(page.path("items.code"));
            cursor = page.path("next");
        } while (cursor != null);

        var codes = pages.stream().flatMap(List::stream).toList();
        assertEquals(27, codes.size());
        assertEquals(codes, List.copyOf(new TreeSet<>(codes)));
    }

    @Test
    void findsByPartOfTheNameAndLevel() {
        given().queryParam("query", "PURWOKERTO")
                .queryParam("level", "DISTRICT")
                .get(AREAS)
                .then()
                .body("items.name", hasItem("Purwokerto Utara"))
                .body("items.level", everyItem(equalTo("DISTRICT")))
                .body("items.code", everyItem(startsWith("33.02.")))
                .body("next", nullValue());
    }

    @Test
    void takesWildcardsLiterally() {
        given().queryParam("query", "%").get(AREAS).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void refusesAForeignCursorAnUnknownLevelAndAHugePage() {
        var cursor = given().queryParam("limit", 1).get(AREAS).<String>path("next");

        given().queryParam("cursor", cursor)
                .queryParam("parent", "33")
                .get(AREAS)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
        given().queryParam("limit", 201).get(AREAS).then().statusCode(400);
        given().queryParam("level", "PLANET").get(AREAS).then().statusCode(400);
    }
}
