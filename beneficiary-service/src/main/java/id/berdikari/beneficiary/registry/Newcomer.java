package id.berdikari.beneficiary.registry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who comes to live in a household: known already, or new to the register. */
record Newcomer(@Nullable UUID personId, @Nullable PersonRecord person, Relation relation) {}
