package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Dwelling;
import id.berdikari.beneficiary.identity.Identity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names the fields in which two states of a record differ, so that also those may know who must not see the values. */
final class Changes {

    private Changes() {}

    static List<String> between(@Nullable Map<String, Optional<Object>> before, Map<String, Optional<Object>> after) {
        return before == null
                ? List.of()
                : after.entrySet().stream()
                        .filter(field -> !field.getValue().equals(before.get(field.getKey())))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    static Map<String, Optional<Object>> fieldsOf(PersonState state, @Nullable Identity identity) {
        var facts = state.facts();
        var fields = new LinkedHashMap<String, Optional<Object>>();
        fields.put("fullName", Optional.ofNullable(identity == null ? null : identity.fullName()));
        fields.put("nik", Optional.ofNullable(identity == null ? null : identity.nik()));
        fields.put("phone", Optional.ofNullable(identity == null ? null : identity.phone()));
        fields.put("birthDate", Optional.ofNullable(facts.birthDate()));
        fields.put("birthYear", Optional.of(facts.birthYear()));
        fields.put("sex", Optional.of(facts.sex()));
        fields.put("education", Optional.ofNullable(facts.education()));
        fields.put("maritalStatus", Optional.ofNullable(facts.maritalStatus()));
        fields.put("livelihood", Optional.ofNullable(facts.livelihood()));
        fields.put("functioning", Optional.ofNullable(facts.functioning()));
        return fields;
    }

    static Map<String, Optional<Object>> fieldsOf(HouseholdState state, @Nullable Dwelling dwelling) {
        var facts = state.facts();
        var fields = new LinkedHashMap<String, Optional<Object>>();
        fields.put("areaCode", Optional.of(state.areaCode()));
        fields.put("address", Optional.ofNullable(dwelling == null ? null : dwelling.address()));
        fields.put("familyCard", Optional.ofNullable(dwelling == null ? null : dwelling.familyCard()));
        fields.put("livelihood", Optional.ofNullable(facts.livelihood()));
        fields.put("assets", Optional.of(facts.assets()));
        fields.put("causes", Optional.of(facts.causes()));
        fields.put("dtsen", Optional.ofNullable(facts.dtsen()));
        return fields;
    }
}
