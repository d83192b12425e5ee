package id.berdikari.kit.problem;

/** Refusals that every service can meet. */
public enum KitProblem implements ProblemType {
    /** The body, a parameter or a header breaks a rule; {@code errors} names each. */
    INVALID_REQUEST(400),
    /** The body is not JSON, or not of the expected shape. */
    MALFORMED_BODY(400),
    /** The cursor is not one of ours, or belongs to another filter. */
    INVALID_CURSOR(400),
    /** A request that makes a commitment needs the header Idempotency-Key. */
    IDEMPOTENCY_KEY_MISSING(400),
    /** An Idempotency-Key without a token must be a UUID; with one, 1 to 255 printable characters. */
    IDEMPOTENCY_KEY_INVALID(400),
    /** No valid token. */
    UNAUTHORIZED(401),
    /** The token's roles do not allow this. */
    FORBIDDEN(403),
    /** Nothing there, or out of the caller's reach. */
    NOT_FOUND(404),
    /** This path does not know this method. */
    METHOD_NOT_ALLOWED(405),
    /** None of the offered media types is made here. */
    NOT_ACCEPTABLE(406),
    /** The object was changed by somebody else at the same moment. */
    CHANGED_MEANWHILE(409),
    /** The first request with this Idempotency-Key is still at work. */
    REQUEST_IN_PROGRESS(409),
    /** The same person may not do both steps. */
    FOUR_EYES_REQUIRED(409),
    /** Such an object exists already. */
    ALREADY_EXISTS(409),
    /** The object was changed since the given If-Match. */
    PRECONDITION_FAILED(412),
    /** The request is larger than allowed. */
    REQUEST_TOO_LARGE(413),
    /** The body must be application/json. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** The Idempotency-Key was used with another body. */
    IDEMPOTENCY_KEY_REUSED(422),
    /** A change needs the header If-Match. */
    PRECONDITION_REQUIRED(428),
    /** Too many requests; Retry-After says when to come back. */
    TOO_MANY_REQUESTS(429),
    /** Our fault; the log has it under the correlation id. */
    INTERNAL_ERROR(500),
    /** The database is away or too busy; Retry-After says when to come back. Whether it was done is not known. */
    UNAVAILABLE(503);

    private final int status;

    KitProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
