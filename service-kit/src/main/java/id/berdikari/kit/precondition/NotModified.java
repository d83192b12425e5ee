package id.berdikari.kit.precondition;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;

/** Answers 304 where If-None-Match names the version that the client would get again (RFC 9110, section 13.1.2). */
@Provider
public class NotModified implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var known = request.getHeaderString("If-None-Match");
        var tag = response.getHeaderString("ETag");
        if (known != null && tag != null && response.getStatus() == 200 && "GET".equals(request.getMethod())) {
            var matches = Arrays.stream(known.split(",", -1))
                    .map(String::strip)
                    .anyMatch(each ->
                            each.equals("*") || each.replaceFirst("^W/", "").equals(tag));
            if (matches) {
                response.setStatus(304);
                response.setEntity(null);
            }
        }
    }
}
