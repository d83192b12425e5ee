package id.berdikari.acceptance;

import static id.berdikari.local.Service.BENEFICIARY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A kabupaten or kota with its kecamatan and villages, as the areas are published. */
record Town(String code, Map<String, String> districts, Map<String, String> villages) {

    /** Asks as the public does. */
    static Town find(Suite suite, String code) {
        var districts = new LinkedHashMap<String, String>();
        var villages = new LinkedHashMap<String, String>();
        for (var district : children(suite, code)) {
            districts.put(district.path("code").asText(), district.path("name").asText());
            for (var village : children(suite, district.path("code").asText())) {
                villages.put(village.path("code").asText(), village.path("name").asText());
            }
        }
        return new Town(code, districts, villages);
    }

    static String path(String parent) {
        return "/api/v1/areas?limit=200&parent=" + parent;
    }

    /** What an area of the town is called; its code where that is not known. */
    String name(String areaCode) {
        return districts.getOrDefault(areaCode, villages.getOrDefault(areaCode, areaCode));
    }

    List<String> villageCodes() {
        return new ArrayList<>(villages.keySet());
    }

    private static List<JsonNode> children(Suite suite, String parent) {
        return Telling.items(
                suite.get(BENEFICIARY, path(parent), null).require(200).path("items"));
    }
}
