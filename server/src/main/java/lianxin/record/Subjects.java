package lianxin.record;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
                .param("subjects", array(subjects))
                .update();
    }

    /** The tokens, one after the other in the order of their bytes; those who are spoken of for the first time get one. */
    byte[] tokens(Collection<UUID> subjects) {
        var asked = subjects.stream().distinct().sorted().toList();
        if (asked.isEmpty()) {
            return new byte[0];
        }
        var known = known(asked);
        var unknown =
                asked.stream().filter(subject -> !known.containsKey(subject)).toList();
        if (!unknown.isEmpty()) {
            known.putAll(introduce(unknown));
        }
        var tokens = ByteBuffer.allocate(known.size() * TOKEN);
        known.values().stream().sorted(Arrays::compareUnsigned).forEach(tokens::put);
        return tokens.array();
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

    private Map<UUID, byte[]> known(List<UUID> subjects) {
        return rows(sql.sql("select subject, token from record.subject where subject = any(:subjects)")
                .param("subjects", array(subjects)));
    }

    /** Asked in one order by everybody, so that two who introduce the same people wait for each other but never in a circle. */
    private Map<UUID, byte[]> introduce(List<UUID> subjects) {
        var salts = new byte[subjects.size()][TOKEN];
        var tokens = new byte[subjects.size()][];
        for (var i = 0; i < salts.length; i++) {
            RANDOM.nextBytes(salts[i]);
            tokens[i] = token(salts[i], subjects.get(i));
        }
        return rows(sql.sql("""
                insert into record.subject as s (subject, salt, token)
                select * from unnest(:subjects, :salts, :tokens)
                on conflict (subject) do update set token = s.token
                returning subject, token
                """)
                .param("subjects", array(subjects))
                .param("salts", salts)
                .param("tokens", tokens));
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

    private static Map<UUID, byte[]> rows(JdbcClient.StatementSpec statement) {
        var rows = new HashMap<UUID, byte[]>();
        statement
                .query((row, _) -> rows.put(row.getObject("subject", UUID.class), row.getBytes("token")))
                .list();
        return rows;
    }

    private static UUID[] array(Collection<UUID> subjects) {
        return subjects.toArray(UUID[]::new);
    }
}
