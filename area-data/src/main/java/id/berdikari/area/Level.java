package id.berdikari.area;

/** The four levels of area, from the widest. */
public enum Level {
    PROVINCE("provinces", "code, name"),
    REGENCY("regencies", "code, parent_code, name"),
    DISTRICT("districts", "code, parent_code, name"),
    VILLAGE("villages", "code, parent_code, name");

    private final String file;
    private final String columns;

    Level(String file, String columns) {
        this.file = file;
        this.columns = columns;
    }

    /** The name of its file in the published data, without ending. */
    String file() {
        return file;
    }

    /** Our names for the file's columns, in its order. */
    String columns() {
        return columns;
    }
}
