package lianxin.phone;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.scope.Standing;
import lianxin.signin.Phones;
import lianxin.staff.Cadres;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whose round a phone holds. */
@Service
class Devices {

    private final JdbcClient sql;
    private final Phones phones;
    private final Cadres cadres;
    private final Standing standing;
    private final Map<UUID, Device> devices = new ConcurrentHashMap<>();

    Devices(JdbcClient sql, Phones phones, Cadres cadres, Standing standing) {
        this.sql = sql;
        this.phones = phones;
        this.cadres = cadres;
        this.standing = standing;
    }

    /**
     * A phone and its round.
     *
     * @param holder the cadre, or the account of a First Secretary
     * @param place where what it tells is decided when nobody knows of which household it speaks
     */
    record Device(UUID id, UUID holder, @Nullable UUID cadre, long place) {}

    /** Makes a phone the caller’s own. Refused when he has no round. */
    @Transactional
    public void make(UUID id, String name, byte[] key, Caller caller) {
        if (!caller.holds(Right.VISIT_RECORD)) {
            throw PhoneRefusal.NO_ROUND.because();
        }
        phones.make(id, caller.id(), name, key);
        sql.sql("""
                insert into phone.device (id, holder, cadre, place) values (:id, :holder, :cadre, :place)
                on conflict (id) do nothing
                """)
                .param("id", id)
                .param("holder", holder(caller))
                .param("cadre", caller.cadre())
                .param(
                        "place",
                        caller.cadre() == null
                                ? caller.ground().lo()
                                : cadres.require(caller.cadre()).place())
                .update();
    }

    /** What is once written of a phone is never changed, so it is remembered; whether the phone is still good is asked elsewhere, each time. */
    Optional<Device> find(UUID id) {
        var known = Optional.ofNullable(devices.get(id))
                .or(() ->
                        standing.house(() -> sql.sql("select id, holder, cadre, place from phone.device where id = :id")
                                .param("id", id)
                                .query(Device.class)
                                .optional()));
        known.ifPresent(device -> devices.put(id, device));
        return known;
    }

    /** Whose book it is. */
    static UUID holder(Caller caller) {
        return caller.cadre() == null ? caller.id() : caller.cadre();
    }
}
