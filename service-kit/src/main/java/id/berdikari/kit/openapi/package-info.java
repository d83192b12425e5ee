/** What every service says in its OpenAPI document. */
@NullMarked
package id.berdikari.kit.openapi;

import org.jspecify.annotations.NullMarked;
