package id.berdikari.kit.precondition;

import id.berdikari.kit.problem.KitProblem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Entity tags made of an object's version (RFC 9110, section 8.8.3), and the check of If-Match (section 13.1.1). */
public final class Versions {

    private Versions() {}

    /**
     * Answers 200 with an ETag.
     *
     * @param view the object's view
     * @param version the object's version
     * @param <V> the view's type
     * @return the answer
     */
    public static <V> RestResponse<V> tagged(V view, long version) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", tag(version))
                .build();
    }

    /**
     * Refuses a change of something that the client has not seen.
     *
     * @param ifMatch the request's If-Match; {@code *} matches whatever is there
     * @param version the object's version now
     * @throws id.berdikari.kit.problem.ProblemException 428 if the header is missing, 412 if it names another version
     */
    public static void require(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw KitProblem.PRECONDITION_REQUIRED.refused();
        }
        for (var candidate : ifMatch.split(",", -1)) {
            if (candidate.strip().equals("*") || candidate.strip().equals(tag(version))) {
                return;
            }
        }
        throw KitProblem.PRECONDITION_FAILED.refused();
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }
}
