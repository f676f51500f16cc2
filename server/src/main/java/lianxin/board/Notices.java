package lianxin.board;

import java.util.Comparator;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.pairing.Pairings;
import lianxin.platform.CountyTime;
import lianxin.platform.Words;
import lianxin.privacy.Datum;
import lianxin.privacy.PublicText;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.region.Division;
import lianxin.region.Level;
import lianxin.registry.Household;
import lianxin.registry.Households;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the sheets. */
@Service
class Notices {

    /** More households than any village has. */
    private static final int VILLAGE_AT_MOST = 20_000;

    private final Households households;
    private final Pairings pairings;
    private final People people;
    private final CountyTime time;
    private final Reads reads;

    Notices(Households households, Pairings pairings, People people, CountyTime time, Reads reads) {
        this.households = households;
        this.pairings = pairings;
        this.people = people;
        this.time = time;
        this.reads = reads;
    }

    /** The contacts of a village’s families today. Refused for a place that is no village, and when anything on it must not be public. */
    @Transactional
    Sheet contacts(Division village, String title, String note, Words words, Caller caller) {
        caller.may(Right.BOARD_PRINT, village.code());
        if (village.level() != Level.VILLAGE) {
            throw BoardRefusal.NOT_A_VILLAGE.because(village.name());
        }
        var today = time.today();
        var homes = households.inVillage(village.code().value(), today, Pairings.FIRST, VILLAGE_AT_MOST);
        reads.ofAll(caller, Purpose.BOARD, village.code().ground(), homes.size());
        var contacts = pairings.contactsOf(homes.stream().map(Household::id).toList(), today);
        var named = people.named(contacts.values());
        return new Sheet(
                PublicText.of(Datum.PLACE, village.name()),
                PublicText.words(title.isBlank() ? words.t("board.title") : title.strip()),
                PublicText.words(note.strip()),
                PublicText.words(words.day(today)),
                homes.stream()
                        .sorted(Comparator.comparingInt(Household::group).thenComparing(Household::key))
                        .map(home -> line(home, named.get(contacts.get(home.id())), words))
                        .toList());
    }

    private static Sheet.Line line(Household home, @Nullable String contact, Words words) {
        return new Sheet.Line(
                PublicText.of(
                        Datum.PLACE, home.group() == 0 ? "" : words.t("card.group", String.valueOf(home.group()))),
                PublicText.of(Datum.HEAD, home.head()),
                PublicText.of(Datum.CADRE, contact == null ? words.t("board.none") : contact));
    }
}
