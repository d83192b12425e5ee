package id.berdikari.beneficiary.survey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file from KoBo or ODK, read but not judged.
 *
 * @param replaces the id of the edit that this one follows, where KoBo tells it
 * @param surveyor who sent it in, as known there
 * @param fields what stands at each path of groups, without what the platform adds for itself
 */
record Delivery(
        Provenance provenance,
        @Nullable String replaces,
        @Nullable LocalDate surveyedOn,
        @Nullable String surveyor,
        boolean isRejected,
        Map<String, JsonNode> fields) {}
