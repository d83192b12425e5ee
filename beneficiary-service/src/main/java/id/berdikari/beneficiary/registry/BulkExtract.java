package id.berdikari.beneficiary.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.berdikari.beneficiary.identity.DisclosureReason;
import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.beneficiary.registry.HouseholdResource.RegisterHouseholdRequest;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads many households at once out of the register, whole numbers included. */
@ApplicationScoped
public class BulkExtract {

    /** A household as {@code registerHousehold} would take it, with the ids of the members in their order. */
    public record Extract(UUID householdId, List<UUID> personIds, JsonNode registration) {}

    /** What may be read: an area, within those of whoever asked. */
    public record Reach(String areaCode, List<String> scope) {}

    private static final UUID FIRST = new UUID(0, 0);

    private final Households households;
    private final Memberships memberships;
    private final Persons persons;
    private final IdentityVault vault;
    private final AuditLog audit;
    private final Caller caller;
    private final ObjectMapper json;

    BulkExtract(
            Households households,
            Memberships memberships,
            Persons persons,
            IdentityVault vault,
            AuditLog audit,
            Caller caller,
            ObjectMapper json) {
        this.households = households;
        this.memberships = memberships;
        this.persons = persons;
        this.vault = vault;
        this.audit = audit;
        this.caller = caller;
        this.json = json;
    }

    /** Keeps who reads all these people, and why, before anything is read. */
    @Transactional
    public Reach open(String areaCode, DisclosureReason reason) {
        audit.record("export-households", "area", areaCode, reason.name());
        return new Reach(areaCode, List.of(caller.areas().patterns()));
    }

    /** The next households, oldest first, after one or, with null, from the first; without those merged or erased. */
    @Transactional
    public List<Extract> read(Reach reach, @Nullable UUID after, int limit) {
        var page = households.after(Objects.requireNonNullElse(after, FIRST), reach.areaCode(), reach.scope(), limit);
        var members = memberships.ofAll(page.stream().map(Household::id).toList());
        var people = persons.of(members.stream().map(Membership::personId).toList()).stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        var byHousehold = members.stream().collect(Collectors.groupingBy(Membership::householdId));
        var extracts = new ArrayList<Extract>();
        for (var household : page) {
            var living = byHousehold.getOrDefault(household.id(), List.of());
            var request = new RegisterHouseholdRequest(
                    HouseholdRequest.of(household, vault),
                    household.since(),
                    living.stream()
                            .map(member -> new NewMemberRequest(
                                    null,
                                    PersonRequest.of(Objects.requireNonNull(people.get(member.personId())), vault),
                                    member.relation()))
                            .toList());
            extracts.add(new Extract(
                    household.id(), living.stream().map(Membership::personId).toList(), json.valueToTree(request)));
        }
        return extracts;
    }
}
