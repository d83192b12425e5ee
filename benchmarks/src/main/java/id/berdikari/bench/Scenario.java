package id.berdikari.bench;

import java.util.List;

/** One kind of work, measured against its limit. It cleans up what it starts. */
public interface Scenario {

    /** What {@code --only} calls it. */
    String name();

    List<Finding> measure(Workbench bench) throws Exception;
}
