package id.berdikari.beneficiary.registry;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a household owns: the goods that the global MPI asks for, and what counts in an Indonesian village. */
@Schema(name = "HouseholdAsset")
public enum Asset {
    RADIO,
    TELEVISION,
    TELEPHONE,
    COMPUTER,
    ANIMAL_CART,
    BICYCLE,
    MOTORBIKE,
    REFRIGERATOR,
    CAR,
    BOAT,
    LAND,
    LIVESTOCK,
    GOLD_OR_SAVINGS,
    BUSINESS_EQUIPMENT
}
