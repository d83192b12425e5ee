package id.berdikari.acceptance;

import com.fasterxml.jackson.databind.JsonNode;

/** What a service answered. */
record Answer(String request, int status, JsonNode body) {

    /** The body, if the status is the expected one. */
    JsonNode require(int expected) {
        if (status != expected) {
            throw new StoryFailure(
                    "%s answered %d where %d was expected: %s".formatted(request, status, expected, body));
        }
        return body;
    }

    /** The body, if both the HTTP status and the resource's state are the expected ones. */
    JsonNode require(int expected, String state) {
        var resource = require(expected);
        if (!state.equals(resource.path("status").asText())) {
            throw new StoryFailure(
                    "%s led to %s where %s was expected".formatted(request, resource.path("status"), state));
        }
        return resource;
    }

    boolean isProblem(String code) {
        return body.path("type").asText().endsWith("/" + code);
    }

    /** Another service's event has not arrived yet, so the same request will succeed later. */
    boolean saysNotKnownYet() {
        return status == 409 && body.path("type").asText().endsWith("-not-known-yet");
    }
}
