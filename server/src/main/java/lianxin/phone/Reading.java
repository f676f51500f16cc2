package lianxin.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import lianxin.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one item: opens it when it is sealed, and makes a digest of what it says, the same however it came. */
@Component
class Reading {

    private static final int LONGEST_LABEL = 60;

    private final JsonMapper json;
    private final Escrow escrow;

    Reading(JsonMapper json, Escrow escrow) {
        this.json = json;
        this.escrow = escrow;
    }

    /**
     * An item that was read, or why it could not be.
     *
     * @param label its identity as the phone wrote it
     * @param text what it says, in one fixed order; made when it is asked for, since few items are held
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Read(
            String label,
            Item.@Nullable Whole item,
            byte[] digest,
            Supplier<String> text,
            @Nullable Refusal refusal) {

        static Read refused(String label, Refusal refusal) {
            return new Read(label, null, new byte[0], () -> "", refusal);
        }

        UUID id() {
            return Objects.requireNonNull(item).id();
        }
    }

    Read read(JsonNode node) {
        var label = node.path("id").asString("");
        var shown = label.substring(0, Math.min(label.length(), LONGEST_LABEL));
        try {
            var item = json.treeToValue(node, Item.class);
            if (item.sealed() != null && item.id() != null) {
                var inside = escrow.unseal(item.id(), item.sealed()).orElseThrow(PhoneRefusal.ITEM_UNCLEAR::because);
                var opened = json.readValue(inside, Item.class);
                item = new Item(
                        item.id(), opened.seq(), opened.made(), opened.offset(), opened.kind(), opened.body(), null);
            }
            var whole = item.whole();
            var said = whole.kind() + "\n" + whole.made() + "\n" + ordered(whole.body());
            var open = item;
            return new Read(
                    shown,
                    whole,
                    sha256(said),
                    () -> ordered(json.valueToTree(open)).toString(),
                    null);
        } catch (JacksonException e) {
            return Read.refused(shown, PhoneRefusal.ITEM_UNCLEAR.because());
        } catch (Refusal refusal) {
            return Read.refused(shown, refusal);
        }
    }

    /** The same with the members of every object in the order of their names. */
    private JsonNode ordered(JsonNode node) {
        if (node.isObject()) {
            var members = new TreeMap<String, JsonNode>();
            node.properties().forEach(member -> members.put(member.getKey(), ordered(member.getValue())));
            var object = json.createObjectNode();
            members.forEach(object::set);
            return object;
        }
        if (node.isArray()) {
            var array = json.createArrayNode();
            node.forEach(one -> array.add(ordered(one)));
            return array;
        }
        return node;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
