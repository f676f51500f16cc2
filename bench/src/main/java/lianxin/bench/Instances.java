package lianxin.bench;

import java.util.ArrayList;
import java.util.List;
import lianxin.bench.Instance.Size;
import lianxin.matcher.Country.Kind;
import picocli.CommandLine.Option;

/** The options by which one says on which grounds to measure: every size with every kind and every seed. */
final class Instances {

    @Option(names = "--size", split = ",", description = "${COMPLETION-CANDIDATES}; county unless said")
    private List<Size> sizes = List.of(Size.COUNTY);

    @Option(names = "--kind", split = ",", description = "${COMPLETION-CANDIDATES}; plain unless said")
    private List<Kind> kinds = List.of(Kind.PLAIN);

    @Option(names = "--seed", split = ",", description = "1 unless said")
    private List<Long> seeds = List.of(1L);

    @Option(names = "--all", description = "county, slice, city and province, every kind")
    private boolean everything;

    List<Instance> all() {
        if (everything) {
            sizes = List.of(Size.COUNTY, Size.SLICE, Size.CITY, Size.PROVINCE);
            kinds = List.of(Kind.values());
        }
        List<Instance> all = new ArrayList<>();
        for (var kind : kinds) {
            for (long seed : seeds) {
                for (var size : sizes) {
                    all.add(new Instance(size, kind, seed));
                }
            }
        }
        return all;
    }
}
