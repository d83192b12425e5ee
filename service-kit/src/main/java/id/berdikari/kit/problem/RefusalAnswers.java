package id.berdikari.kit.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers what the problem extension leaves to others: Quarkus's own mapper keeps mismatched JSON, and the extension's
 * mapper of missing or bad tokens does not link with this version of Quarkus.
 */
class RefusalAnswers {

    private static final int BEFORE_THE_EXTENSIONS = 1;

    private final Problems problems;

    RefusalAnswers(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper(priority = BEFORE_THE_EXTENSIONS)
    public Response mismatched(MismatchedInputException mismatched) {
        return problems.explain(mismatched).toResponse();
    }

    @ServerExceptionMapper(priority = BEFORE_THE_EXTENSIONS)
    public Response unauthorized(UnauthorizedException unauthorized) {
        return challenge();
    }

    @ServerExceptionMapper(priority = BEFORE_THE_EXTENSIONS)
    public Response unauthenticated(AuthenticationFailedException failed) {
        return challenge();
    }

    private Response challenge() {
        return Response.fromResponse(
                        problems.explain(KitProblem.UNAUTHORIZED.refused()).toResponse())
                .header("WWW-Authenticate", "Bearer")
                .build();
    }
}
