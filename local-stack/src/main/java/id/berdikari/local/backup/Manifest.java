package id.berdikari.local.backup;

import id.berdikari.local.Service;
import java.util.List;
import java.util.Map;

/**
 * What a backup says about itself before its data: which schema each database has, and where the topics and their readers
 * stood.
 *
 * @param id names this backup in the audit logs of what is restored from it
 * @param takenAt when the databases were frozen, RFC 3339
 */
record Manifest(String id, String takenAt, List<Database> databases, List<Topic> topics, List<Reader> readers) {

    /** A service's database. Tables stand in an order in which foreign keys find what they point to. */
    record Database(
            String service,
            List<Migration> kitMigrations,
            List<Migration> migrations,
            List<Table> tables,
            Map<String, Long> sequences) {}

    record Migration(String version, String script, int checksum) {}

    record Table(String name, List<String> columns) {}

    /** The first offset of each partition that is not in the backup any more. */
    record Topic(String name, List<Long> ends) {}

    /** How far a consumer group had come, at least, when the databases were frozen. */
    record Reader(String group, String topic, int partition, long offset) {}

    Database database(Service service) {
        return databases.stream()
                .filter(each -> each.service().equals(service.id()))
                .findFirst()
                .orElseThrow();
    }

    static String entry(Service service, Table table) {
        return service.id() + "/" + table.name();
    }

    static String entry(Topic topic) {
        return "topics/" + topic.name();
    }

    static String anchor(Service service) {
        return "anchors/" + service.id();
    }
}
