package id.berdikari.kit.limit;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits how often one client address may call an operation without a token: {@code berdikari.limit.anonymous-per-minute}
 * requests a minute and operation, in this process. More are answered 429 with Retry-After. Calls with a valid token are not
 * counted.
 */
@Documented
@NameBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RateLimited {}
