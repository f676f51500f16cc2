package lianxin.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lianxin.platform.Ids;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Releases of divisions: handed in as a file, compared with what stands, decided place by place, applied as a whole. The deeds name who does
 * them; who may is decided above this room, which knows no callers.
 */
@Service
public class Releases {

    /** The divisions of Jining as the statistical bureau last published them down to the village. */
    public static final LocalDate BUNDLED_DAY = LocalDate.of(2023, 6, 30);

    private static final String BUNDLED = "data/jining-divisions-2023.csv";
    private static final String BUNDLED_SOURCE = "国家统计局 2023 年统计用区划代码（济宁市）";

    private final ReleaseStore store;
    private final Drawing drawing;

    Releases(ReleaseStore store, Drawing drawing) {
        this.store = store;
        this.drawing = drawing;
    }

    /**
     * Takes a file in. It changes nothing yet.
     *
     * @param file CSV in UTF-8 or GB18030: level, code12, name, parent12, kind
     * @param source where it comes from, in words
     * @param day first day it is to hold
     * @param ground of the office that hands it in
     * @return the draft
     */
    @Transactional
    public UUID handIn(byte[] file, String source, LocalDate day, Ground ground, UUID by) {
        var words = DrawingRules.source(source);
        var rows = DivisionFile.read(file);
        drawing.compare(rows, Map.of(), day);
        var draft = new Draft(Ids.next(), words, day, sha256(file), by, Instant.EPOCH, ground.lo(), ground.hi());
        store.add(draft, file);
        return draft.id();
    }

    /** Drafts nobody has applied or discarded, the latest first. */
    public List<Draft> drafts() {
        return store.drafts();
    }

    /** The draft; refused with 404 when there is none. */
    public Draft draft(UUID id) {
        return store.draft(id).orElseThrow(() -> RegionRefusal.NO_SUCH_DRAFT.because());
    }

    /** What the draft would change, as decided so far. */
    @Transactional(readOnly = true)
    public Comparison compare(UUID draft) {
        return drawing.compare(rows(draft), store.decisions(draft), draft(draft).day());
    }

    /** Writes down what became of a place; a second decision replaces the first. Refused when it leads nowhere. */
    @Transactional
    public void decide(UUID draft, UUID division, Fate fate) {
        draft(draft);
        store.decide(draft, division, fate);
        compare(draft);
    }

    /** Takes a decision back. */
    @Transactional
    public void reconsider(UUID draft, UUID division) {
        store.forget(draft, division);
    }

    /** Decides as suggested wherever the suggestion is sure ({@link Suggestion.Why#sure}); says how many that were. */
    @Transactional
    public int decideSure(UUID draft) {
        var sure = compare(draft).undecided().stream()
                .filter(c -> !c.suggestions().isEmpty()
                        && c.suggestions().getFirst().why().sure())
                .toList();
        sure.forEach(c -> store.decide(
                draft,
                Objects.requireNonNull(c.before()).id(),
                c.suggestions().getFirst().fate()));
        compare(draft);
        return sure.size();
    }

    /** Throws the draft and its decisions away. */
    @Transactional
    public void discard(UUID draft) {
        if (!store.discard(draft)) {
            throw RegionRefusal.NO_SUCH_DRAFT.because();
        }
    }

    /** Puts the draft in force, or refuses and changes nothing: undecided places, households left without a village, a day that cannot be. */
    @Transactional
    public Comparison apply(UUID draft, UUID by) {
        store.hold(draft);
        var known = draft(draft);
        var release = new Release(draft, known.source(), known.day(), known.sha256(), by, Instant.EPOCH);
        var comparison = apply(release, rows(draft), store.decisions(draft));
        store.discard(draft);
        return comparison;
    }

    /** Loads the bundled divisions of Jining; refused when there are divisions already. */
    @Transactional
    public Comparison loadBundled(UUID by) {
        if (!store.all().isEmpty()) {
            throw RegionRefusal.ALREADY_LOADED.because();
        }
        try (var file = new ClassPathResource(BUNDLED).getInputStream()) {
            var bytes = file.readAllBytes();
            var release = new Release(Ids.next(), BUNDLED_SOURCE, BUNDLED_DAY, sha256(bytes), by, Instant.EPOCH);
            return apply(release, DivisionFile.read(bytes), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was put in force, the latest first; at most 200. */
    public List<Release> all() {
        return store.all();
    }

    private Comparison apply(Release release, List<DivisionRow> rows, Map<UUID, Fate> fates) {
        store.add(release);
        var comparison = drawing.apply(release.id(), rows, fates, release.asOf(), release.byWhom());
        return comparison;
    }

    private List<DivisionRow> rows(UUID draft) {
        draft(draft);
        return DivisionFile.read(store.file(draft));
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
