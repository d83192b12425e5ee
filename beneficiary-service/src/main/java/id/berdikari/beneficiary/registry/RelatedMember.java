package id.berdikari.beneficiary.registry;

import id.berdikari.kit.problem.FieldProblem;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a member is related to the head, in requests. */
record RelatedMember(
        @NotNull @Schema(examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90")
        UUID personId,

        @NotNull @Schema(examples = "HEAD") Relation relation) {

    static Map<UUID, Relation> byPerson(List<RelatedMember> members) {
        var relations = new LinkedHashMap<UUID, Relation>();
        for (var i = 0; i < members.size(); i++) {
            var member = members.get(i);
            if (relations.put(member.personId(), member.relation()) != null) {
                throw FieldProblem.at("/members/" + i + "/personId", "listed-twice");
            }
        }
        return relations;
    }
}
