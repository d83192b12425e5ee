/** Purpose keys derived from the service's one secret; encryption and blind indexes of fields. */
@NullMarked
package id.berdikari.kit.secret;

import org.jspecify.annotations.NullMarked;
