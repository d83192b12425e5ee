package id.berdikari.beneficiary.registry;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a member is related to the head, as the KK card tells it. */
@Schema(name = "HouseholdRelation")
enum Relation {
    HEAD,
    HUSBAND,
    WIFE,
    CHILD,
    CHILD_IN_LAW,
    GRANDCHILD,
    PARENT,
    PARENT_IN_LAW,
    OTHER_RELATIVE,
    DOMESTIC_WORKER,
    OTHER
}
