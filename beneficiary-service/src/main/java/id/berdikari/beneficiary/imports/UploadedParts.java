package id.berdikari.beneficiary.imports;

import id.berdikari.kit.secret.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.Session;

/** The parts of a file, sealed, until it is in the register. */
@ApplicationScoped
class UploadedParts {

    /** Each part has this many bytes but the last. */
    static final int PART = 1024 * 1024;

    private static final String PURPOSE = "import-part";

    private final Session session;
    private final DataSource database;
    private final FieldCipher cipher;

    UploadedParts(Session session, DataSource database, FieldCipher cipher) {
        this.session = session;
        this.database = database;
        this.cipher = cipher;
    }

    /** Keeps a part; the same number again takes its place. */
    void keep(UUID importId, int number, byte[] content) {
        session.createNativeMutationQuery("""
                        insert into register_import_part (import_id, number, length, content)
                        values (:import, :number, :length, :content)
                        on conflict (import_id, number) do update set length = excluded.length, content = excluded.content
                        """)
                .setParameter("import", importId)
                .setParameter("number", number)
                .setParameter("length", content.length)
                .setParameter("content", cipher.encrypt(PURPOSE, importId + "/" + number, content))
                .executeUpdate();
    }

    long received(UUID importId) {
        return session.createNativeQuery(
                        "select coalesce(sum(length), 0) from register_import_part where import_id = :import",
                        Long.class)
                .setParameter("import", importId)
                .getSingleResult();
    }

    void forget(UUID importId) {
        session.createNativeMutationQuery("delete from register_import_part where import_id = :import")
                .setParameter("import", importId)
                .executeUpdate();
    }

    /** The whole file, of which one part at a time is in memory. */
    InputStream open(UUID importId, long size) {
        return new Parts(importId, (int) ((size + PART - 1) / PART));
    }

    private byte[] part(UUID importId, int number) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select content from register_import_part where import_id = ? and number = ?")) {
            statement.setObject(1, importId);
            statement.setInt(2, number);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new NoSuchElementException("a part of the file is gone");
                }
                return cipher.decryptBytes(PURPOSE, importId + "/" + number, row.getBytes(1));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private final class Parts extends InputStream {
        private final UUID importId;
        private final int count;
        private int next;
        private InputStream part = InputStream.nullInputStream();

        Parts(UUID importId, int count) {
            this.importId = importId;
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = part.read(buffer, offset, length);
            while (read < 0 && next < count) {
                part = new ByteArrayInputStream(part(importId, next++));
                read = part.read(buffer, offset, length);
            }
            return read;
        }
    }
}
