package lianxin.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import lianxin.ledger.Frontier;
import lianxin.ledger.Hash;
import lianxin.ledger.Subtrees;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the hashes of complete subtrees, 256 a row. Those of the levels between are computed again when somebody asks. */
@Repository
class TileStore {

    /** Levels a tile spans, and how many hashes that makes. */
    private static final int HEIGHT = 8;

    private static final int WIDTH = 1 << HEIGHT;

    private final JdbcClient sql;

    TileStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The tree as it is kept; to be used within one transaction. */
    Tiles tiles() {
        return new Tiles();
    }

    /** Tiles read once, changed in memory, written back together. */
    final class Tiles implements Subtrees, Frontier.Completed {

        private final Map<Place, Hash[]> read = new HashMap<>();
        private final Map<Place, Hash[]> changed = new HashMap<>();

        @Override
        public Hash root(int level, long index) {
            var span = level % HEIGHT;
            var first = index << span;
            var tile = tile(new Place(level / HEIGHT, first / WIDTH));
            var from = (int) (first % WIDTH);
            var hashes = Arrays.copyOfRange(tile, from, from + (1 << span));
            for (var width = hashes.length; width > 1; width /= 2) {
                for (var i = 0; i < width; i += 2) {
                    hashes[i / 2] = Hash.node(hashes[i], hashes[i + 1]);
                }
            }
            return hashes[0];
        }

        @Override
        public void tell(int level, long index, Hash root) {
            if (level % HEIGHT == 0) {
                var place = new Place(level / HEIGHT, index / WIDTH);
                var tile = index % WIDTH == 0 ? new Hash[WIDTH] : tile(place);
                tile[(int) (index % WIDTH)] = root;
                read.put(place, tile);
                changed.put(place, tile);
            }
        }

        void write() {
            changed.forEach((place, tile) -> sql.sql("""
                    insert into record.tile (level, index, hashes)
                    values (:level, :index, :hashes)
                    on conflict (level, index) do update
                       set hashes = excluded.hashes
                    """)
                    .param("level", place.level())
                    .param("index", place.index())
                    .param("hashes", bytes(tile))
                    .update());
            changed.clear();
        }

        private Hash[] tile(Place place) {
            return read.computeIfAbsent(
                    place,
                    p -> sql.sql("select hashes from record.tile where level = :level and index = :index")
                            .param("level", p.level())
                            .param("index", p.index())
                            .query((row, _) -> hashes(row.getBytes("hashes")))
                            .single());
        }
    }

    private static Hash[] hashes(byte[] bytes) {
        var hashes = new Hash[WIDTH];
        for (var i = 0; i < bytes.length / Hash.SIZE; i++) {
            hashes[i] = Hash.of(Arrays.copyOfRange(bytes, i * Hash.SIZE, (i + 1) * Hash.SIZE));
        }
        return hashes;
    }

    private static byte[] bytes(Hash[] tile) {
        var bytes = new byte[WIDTH * Hash.SIZE];
        var filled = 0;
        for (; filled < WIDTH && tile[filled] != null; filled++) {
            System.arraycopy(tile[filled].bytes(), 0, bytes, filled * Hash.SIZE, Hash.SIZE);
        }
        return Arrays.copyOf(bytes, filled * Hash.SIZE);
    }

    private record Place(int level, long index) {}
}
