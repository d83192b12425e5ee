package id.berdikari.beneficiary.area;

import id.berdikari.area.AreaData;
import id.berdikari.area.Level;
import id.berdikari.kit.problem.KitProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Areas implements PanacheRepositoryBase<Area, String> {

    private final DataSource database;

    Areas(DataSource database) {
        this.database = database;
    }

    AreaData.Loaded load() {
        try (var connection = database.getConnection()) {
            return AreaData.load(connection, EnumSet.allOf(Level.class));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    Area get(String code) {
        return findByIdOptional(code).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    /** Current areas in the order of their codes. */
    List<Area> list(@Nullable String parent, @Nullable String query, @Nullable Level level, String after, int fetch) {
        var conditions = new StringBuilder("code > :after and validTo is null");
        Map<String, Object> values = new HashMap<>();
        values.put("after", after);
        if (parent != null) {
            conditions.append(" and parentCode = :parent");
            values.put("parent", parent);
        }
        if (level != null) {
            conditions.append(" and level = :level");
            values.put("level", level);
        }
        if (query != null) {
            conditions.append(" and lower(name) like :part escape '\\'");
            values.put("part", "%" + escaped(query) + "%");
        }
        return find(conditions + " order by code", values).page(0, fetch).list();
    }

    /** The area and all that contain it, from the province down. */
    List<Area> path(String code) {
        var codes = new ArrayList<String>();
        for (var dot = code.indexOf('.'); dot > 0; dot = code.indexOf('.', dot + 1)) {
            codes.add(code.substring(0, dot));
        }
        codes.add(code);
        return list("code in ?1 order by code", codes);
    }

    private static String escaped(String part) {
        return part.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }
}
