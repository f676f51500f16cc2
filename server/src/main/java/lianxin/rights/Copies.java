package lianxin.rights;

import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.attachment.Attachments;
import lianxin.particulars.Particulars;
import lianxin.platform.CountyTime;
import lianxin.privacy.Catalogue;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.record.Seen;
import lianxin.registry.Household;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes copies, from the catalogue: a column that is in it is in the copy. */
@Service
class Copies {

    static final int LOOKS = 1_000;

    private final Rows rows;
    private final Particulars particulars;
    private final Attachments attachments;
    private final Seen seen;
    private final Reads reads;
    private final CountyTime time;

    Copies(Rows rows, Particulars particulars, Attachments attachments, Seen seen, Reads reads, CountyTime time) {
        this.rows = rows;
        this.particulars = particulars;
        this.attachments = attachments;
        this.seen = seen;
        this.reads = reads;
        this.time = time;
    }

    /** What there is about the household, for whoever has been let in to its request. The copy is itself a look. */
    @Transactional
    public Copy of(Household home, Caller caller) {
        reads.of(caller, Purpose.RIGHTS_COPY, List.of(home.id()));
        return new Copy(
                home.key(),
                time.today(),
                rows.about(home.id(), Catalogue.ofHouseholds()),
                particulars.clear(home.id()),
                files(home.id()),
                Catalogue.ofHouseholds()
                        .flatMap(table -> table.columns().stream())
                        .map(column -> column.datum().aim())
                        .distinct()
                        .sorted()
                        .toList(),
                seen.at(home.id(), home.place(), LOOKS));
    }

    private List<Copy.File> files(UUID household) {
        return attachments.ofHousehold(household).stream()
                .map(one -> new Copy.File(one.id(), one.format().mediaType(), attachments.open(one)))
                .toList();
    }

    /** Who looked; that is a look too. */
    @Transactional
    public List<Seen.Look> looks(Household home, Caller caller) {
        reads.of(caller, Purpose.RIGHTS_DESK, List.of(home.id()));
        return seen.at(home.id(), home.place(), LOOKS);
    }
}
