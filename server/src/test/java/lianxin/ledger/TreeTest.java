package lianxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The tree against the definition of RFC 6962, written down anew here, and against the values certificate logs test with. */
class TreeTest {

    static final int LARGEST = 70;
    static final List<Hash> LEAVES = IntStream.range(0, LARGEST)
            .mapToObj(i -> Hash.leaf(new byte[] {(byte) i}))
            .toList();

    /** MTH, straight from the definition. */
    static Hash defined(List<Hash> leaves) {
        if (leaves.size() < 2) {
            return leaves.isEmpty() ? Hash.EMPTY : leaves.getFirst();
        }
        var k = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(defined(leaves.subList(0, k)), defined(leaves.subList(k, leaves.size())));
    }

    static Subtrees over(List<Hash> leaves) {
        return (level, index) -> defined(leaves.subList((int) (index << level), (int) ((index + 1) << level)));
    }

    static final Subtrees TREE = over(LEAVES);

    @Test
    void valuesOthersAgreeOn() {
        assertThat(HexFormat.of().formatHex(Hash.EMPTY.bytes()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        var frontier = new Frontier();
        for (var leaf : List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")) {
            frontier.add(Hash.leaf(HexFormat.of().parseHex(leaf)));
        }
        assertThat(HexFormat.of().formatHex(frontier.root().bytes()))
                .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void theEdgeKnowsTheRootAtEverySize() {
        var frontier = new Frontier();
        for (var size = 0; size < LARGEST; size++) {
            assertThat(frontier.root()).isEqualTo(defined(LEAVES.subList(0, size)));
            assertThat(new Frontier(size, TREE).root()).isEqualTo(frontier.root());
            assertThat(Proofs.root(size, TREE)).isEqualTo(frontier.root());
            frontier.add(LEAVES.get(size));
        }
    }

    @Test
    void everyLeafIsProvedInEveryTreeAndInNoOther() {
        for (var size = 1; size < LARGEST; size++) {
            var root = Proofs.root(size, TREE);
            for (var index = 0; index < size; index++) {
                var proof = Proofs.inclusion(index, size, TREE);
                assertThat(Proofs.includes(LEAVES.get(index), index, size, root, proof))
                        .isTrue();
                assertThat(Proofs.includes(LEAVES.get((index + 1) % LARGEST), index, size, root, proof))
                        .isFalse();
                assertThat(Proofs.includes(LEAVES.get(index), index, size, Proofs.root(size - 1, TREE), proof))
                        .isFalse();
                for (var other = 0; other < size; other++) {
                    assertThat(Proofs.includes(LEAVES.get(index), other, size, root, proof))
                            .isEqualTo(other == index);
                }
            }
        }
    }

    @Test
    void everyTreeContainsEveryEarlierOneAndNoOther() {
        for (var size = 0; size < LARGEST; size++) {
            var root = Proofs.root(size, TREE);
            for (var old = 0; old <= size; old++) {
                var proof = Proofs.consistency(old, size, TREE);
                assertThat(Proofs.contains(old, Proofs.root(old, TREE), size, root, proof))
                        .as("%d in %d", old, size)
                        .isTrue();
                if (old > 0) {
                    assertThat(Proofs.contains(old, Proofs.root(old - 1, TREE), size, root, proof))
                            .isFalse();
                    assertThat(Proofs.contains(old, Proofs.root(old, TREE), size, Hash.EMPTY, proof))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aBentOrShortenedProofProvesNothing() {
        for (var size = 2; size < LARGEST; size++) {
            var root = Proofs.root(size, TREE);
            for (var index = 0; index < size; index++) {
                var right = Proofs.inclusion(index, size, TREE);
                for (var bent = 0; bent < right.size(); bent++) {
                    var proof = new ArrayList<>(right);
                    proof.set(bent, Hash.node(proof.get(bent), proof.get(bent)));
                    assertThat(Proofs.includes(LEAVES.get(index), index, size, root, proof))
                            .isFalse();
                    assertThat(Proofs.includes(LEAVES.get(index), index, size, root, right.subList(0, bent)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void completedSubtreesAreToldOnce() {
        var told = new ArrayList<String>();
        var frontier = new Frontier();
        LongStream.range(0, 8)
                .forEach(i -> frontier.add(LEAVES.get((int) i), (level, index, root) -> {
                    assertThat(root).isEqualTo(TREE.root(level, index));
                    told.add(level + "/" + index);
                }));
        assertThat(told).hasSize(15).doesNotHaveDuplicates().endsWith("0/7", "1/3", "2/1", "3/0");
    }
}
