package lianxin.record;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom the record speaks of, and under which token. Every subject has a salt of its own, so that one can be forgotten without the others. */
@Service
public class Subjects {

    /** Bytes of a token. */
    static final int TOKEN = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient sql;

    Subjects(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Makes all leaves about these subjects mute: nobody can tell any more whom they were about. The tree stays as it is. For the room that
     * erases people’s data; it decides who may.
     */
    @Transactional
    public void forget(Collection<UUID> subjects) {
        sql.sql("delete from record.subject where subject = any(:subjects)")
                .param("subjects", subjects.toArray(UUID[]::new))
                .update();
    }

    /** Gives those among them a token who have none yet. Whoever is alone here is known to have none. */
    void introduce(UUID[] subjects) {
        var strangers = subjects.length == 1 ? subjects : strangers(subjects);
        var salts = new byte[strangers.length][TOKEN];
        var tokens = new byte[strangers.length][];
        for (var i = 0; i < salts.length; i++) {
            RANDOM.nextBytes(salts[i]);
            tokens[i] = token(salts[i], strangers[i]);
        }
        sql.sql("""
                insert into record.subject as s (subject, salt, token)
                select * from unnest(:subjects, :salts, :tokens)
                on conflict (subject) do update set token = s.token
                """)
                .param("subjects", strangers)
                .param("salts", salts)
                .param("tokens", tokens)
                .update();
    }

    /** In one order for everybody, so that two who introduce the same people wait for each other but never in a circle. */
    private UUID[] strangers(UUID[] subjects) {
        return sql
                .sql(
                        "select a from unnest(:subjects) as a where not exists (select from record.subject where subject = a)")
                .param("subjects", subjects)
                .query(UUID.class)
                .stream()
                .sorted()
                .toArray(UUID[]::new);
    }

    /** Whom these tokens stand for, as far as they are not forgotten. */
    Map<String, UUID> behind(Collection<byte[]> tokens) {
        var found = new HashMap<String, UUID>();
        sql.sql("select subject, encode(token, 'hex') as hex from record.subject where token = any(:tokens)")
                .param("tokens", tokens.toArray(byte[][]::new))
                .query((row, _) -> found.put(row.getString("hex"), row.getObject("subject", UUID.class)))
                .list();
        return found;
    }

    static byte[] token(byte[] salt, UUID subject) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return mac.doFinal(bytes(subject));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
