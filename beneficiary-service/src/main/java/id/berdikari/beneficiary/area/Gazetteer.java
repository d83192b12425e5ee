package id.berdikari.beneficiary.area;

import id.berdikari.area.Level;
import id.berdikari.kit.problem.FieldProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What other features ask about places. */
@ApplicationScoped
public class Gazetteer {

    /** An area of some level; it need not exist any more. */
    public record Place(String code, String name, Level level) {}

    private static final int VILLAGE_LENGTH = "33.02.27.1001".length();

    private final Areas areas;

    Gazetteer(Areas areas) {
        this.areas = areas;
    }

    /** Reads at once what this transaction is going to ask about one by one. */
    public void expect(Collection<String> codes) {
        areas.list("code in ?1", codes);
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

    /** Refuses a code that is not a current province or regency. */
    public void requireRegion(String pointer, String code) {
        var area = areas.findById(code);
        if (area == null || !area.isCurrent()) {
            throw FieldProblem.at(pointer, "area-unknown");
        }
        if (area.level() != Level.PROVINCE && area.level() != Level.REGENCY) {
            throw FieldProblem.at(pointer, "area-too-narrow");
        }
    }

    public boolean isCurrent(String code) {
        var area = areas.findById(code);
        return area != null && area.isCurrent();
    }

    /** The area and all that contain it, from the province down. Refuses a code that never was one. */
    public List<Place> path(String parameter, String code) {
        var path = areas.path(code).stream().map(Gazetteer::place).toList();
        if (path.isEmpty() || !path.getLast().code().equals(code)) {
            throw FieldProblem.at(parameter, "area-unknown");
        }
        return path;
    }

    /** The names of areas by their codes. */
    public Map<String, String> names(List<String> codes) {
        return areas.list("code in ?1", codes).stream().collect(Collectors.toMap(Area::code, Area::name));
    }

    /** The names of the kecamatan and all that contains it: what a published story may say about the place. */
    public List<String> namesDownToDistrict(String code) {
        return areas.path(code).stream()
                .filter(area -> area.level() != Level.VILLAGE)
                .map(Area::name)
                .toList();
    }

    private static Place place(Area area) {
        return new Place(area.code(), area.name(), area.level());
    }
}
