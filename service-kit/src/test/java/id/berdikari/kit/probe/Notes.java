package id.berdikari.kit.probe;

import id.berdikari.kit.problem.KitProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Notes implements PanacheRepositoryBase<Note, UUID> {

    Note get(UUID id) {
        return findByIdOptional(id).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    List<Note> before(UUID before, int fetch) {
        return find("id < ?1 order by id desc", before).range(0, fetch - 1).list();
    }
}
