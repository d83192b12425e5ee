/** What every service says in its OpenAPI document: problem answers, and who may call. */
@NullMarked
package id.berdikari.kit.openapi;

import org.jspecify.annotations.NullMarked;
