package id.berdikari.beneficiary.area;

import id.berdikari.area.Level;
import id.berdikari.kit.problem.FieldProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What other features ask about places. */
@ApplicationScoped
public class Gazetteer {

    private static final int VILLAGE_LENGTH = "33.02.27.1001".length();

    private final Areas areas;

    Gazetteer(Areas areas) {
        this.areas = areas;
    }

    /** Refuses a code that is not a current kecamatan, desa or kelurahan: anything wider does not say where somebody lives. */
    public void requireHome(String pointer, String code) {
        var area = areas.findById(code);
        if (area == null || !area.isCurrent()) {
            throw FieldProblem.at(pointer, "area-unknown");
        }
        if (area.level() != Level.DISTRICT && area.level() != Level.VILLAGE) {
            throw FieldProblem.at(pointer, "area-too-wide");
        }
    }

    /** Refuses a code that is not a current desa or kelurahan. */
    public void requireVillage(String pointer, String code) {
        requireHome(pointer, code);
        if (code.length() < VILLAGE_LENGTH) {
            throw FieldProblem.at(pointer, "area-not-a-village");
        }
    }

    public boolean isCurrent(String code) {
        var area = areas.findById(code);
        return area != null && area.isCurrent();
    }

    /** The names of the kecamatan and all that contains it: what a published story may say about the place. */
    public List<String> namesDownToDistrict(String code) {
        return areas.path(code).stream()
                .filter(area -> area.level() != Level.VILLAGE)
                .map(Area::name)
                .toList();
    }
}
