package lianxin.demo;

import java.util.ArrayList;
import java.util.List;
import lianxin.region.Division;
import lianxin.region.DivisionCode;
import org.jspecify.annotations.Nullable;

/** Makes the units: township governments, and what a county and a city have of bureaus, schools, hospitals and enterprises. */
final class Organisations {

    private record Kind(String name, String kind, double weight, List<String> skills) {}

    private static final List<Kind> IN_A_TOWN = List.of(
            new Kind("中心学校", "SCHOOL", 1.6, List.of("LEFT_BEHIND_CHILD")),
            new Kind("卫生院", "HOSPITAL", 0.8, List.of("DISABILITY", "LIVING_ALONE")));

    private static final List<Kind> BUREAUS = List.of(
            new Kind("教育和体育局", "SCHOOL", 3.0, List.of("LEFT_BEHIND_CHILD")),
            new Kind("卫生健康局", "HOSPITAL", 2.2, List.of("DISABILITY", "LIVING_ALONE")),
            new Kind("公安局", "GOVERNMENT", 1.8, List.of("PETITION")),
            new Kind("农业农村局", "GOVERNMENT", 1.4, List.of("HARDSHIP")),
            new Kind("民政局", "GOVERNMENT", 0.6, List.of("LOW_INCOME", "EXTREME_POVERTY", "LIVING_ALONE", "HARDSHIP")),
            new Kind("县直机关工委", "PARTY", 1.2, List.of()),
            new Kind("住房和城乡建设局", "GOVERNMENT", 1.0, List.of()),
            new Kind("退役军人事务局", "GOVERNMENT", 0.4, List.of("VETERAN")),
            new Kind("人民医院", "HOSPITAL", 2.0, List.of("DISABILITY", "LIVING_ALONE")),
            new Kind("第一中学", "SCHOOL", 1.3, List.of("LEFT_BEHIND_CHILD")),
            new Kind("信访局", "GOVERNMENT", 0.3, List.of("PETITION", "HARDSHIP")),
            new Kind("司法局", "GOVERNMENT", 0.6, List.of("PETITION")),
            new Kind("财政局", "GOVERNMENT", 0.9, List.of("LOW_INCOME")),
            new Kind("人力资源和社会保障局", "GOVERNMENT", 0.9, List.of("HARDSHIP")),
            new Kind("自然资源局", "GOVERNMENT", 1.0, List.of("PETITION")),
            new Kind("交通运输局", "GOVERNMENT", 0.9, List.of()),
            new Kind("水务局", "GOVERNMENT", 0.9, List.of()),
            new Kind("市场监督管理局", "GOVERNMENT", 1.2, List.of()),
            new Kind("综合行政执法局", "GOVERNMENT", 1.1, List.of()),
            new Kind("医疗保障局", "GOVERNMENT", 0.4, List.of("DISABILITY", "HARDSHIP")),
            new Kind("残疾人联合会", "PARTY", 0.2, List.of("DISABILITY")),
            new Kind("妇女联合会", "PARTY", 0.2, List.of("LEFT_BEHIND_CHILD")),
            new Kind("组织部", "PARTY", 0.4, List.of()),
            new Kind("宣传部", "PARTY", 0.3, List.of()),
            new Kind("纪律检查委员会", "PARTY", 0.5, List.of("PETITION")),
            new Kind("政法委员会", "PARTY", 0.3, List.of("PETITION")),
            new Kind("发展和改革局", "GOVERNMENT", 0.5, List.of()),
            new Kind("工业和信息化局", "GOVERNMENT", 0.5, List.of()),
            new Kind("商务局", "GOVERNMENT", 0.4, List.of()),
            new Kind("文化和旅游局", "GOVERNMENT", 0.5, List.of()),
            new Kind("应急管理局", "GOVERNMENT", 0.5, List.of("HARDSHIP")),
            new Kind("审计局", "GOVERNMENT", 0.3, List.of()),
            new Kind("统计局", "GOVERNMENT", 0.3, List.of()),
            new Kind("行政审批服务局", "GOVERNMENT", 0.4, List.of()),
            new Kind("税务局", "GOVERNMENT", 0.8, List.of()),
            new Kind("供电公司", "ENTERPRISE", 0.8, List.of()),
            new Kind("农村商业银行", "ENTERPRISE", 0.7, List.of("LOW_INCOME")),
            new Kind("邮政公司", "ENTERPRISE", 0.4, List.of()),
            new Kind("第二中学", "SCHOOL", 1.1, List.of("LEFT_BEHIND_CHILD")),
            new Kind("中医医院", "HOSPITAL", 1.2, List.of("DISABILITY", "LIVING_ALONE")));

    private static final double LOCAL = 1.1;
    private static final int FEWEST = 5;

    private final long seed;
    private final List<Organisation> made = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    private Organisations(long seed) {
        this.seed = seed;
    }

    /** The units of a scale; {@code counties} and {@code townships} are those its households live in. */
    static List<Organisation> of(Scale scale, List<Division> counties, List<Division> townships, long seed) {
        var all = new Organisations(seed);
        var schools = scale == Scale.CITY ? 0 : IN_A_TOWN.size();
        for (var township : townships) {
            var key = all.add(
                    government(township),
                    null,
                    "TOWNSHIP",
                    new Kind("", "TOWNSHIP", LOCAL, List.of("LOW_INCOME", "HARDSHIP")),
                    township.code());
            for (var kind : IN_A_TOWN.subList(0, schools)) {
                all.add(township.name() + kind.name(), key, "TOWNSHIP", kind, township.code());
            }
        }
        var each = scale == Scale.CITY ? 7 : scale.units - all.made.size();
        for (var county : counties) {
            for (var kind : BUREAUS.subList(0, Math.min(each, BUREAUS.size()))) {
                all.add(county.name() + kind.name().replace("县直机关", "直属机关"), null, "COUNTY", kind, county.code());
            }
        }
        for (var i = 0; all.made.size() < scale.units; i++) {
            var kind = BUREAUS.get(i % BUREAUS.size());
            var name = i < BUREAUS.size()
                    ? "济宁市" + kind.name()
                    : "济宁市" + kind.name() + "下属第" + (i / BUREAUS.size()) + "单位";
            all.add(name.replace("县直机关", "市直机关"), null, "CITY", kind, scale.place());
        }
        return all.sized(scale.cadres);
    }

    private String add(String name, @Nullable String parentKey, String level, Kind kind, DivisionCode place) {
        var key = "DW%04d".formatted(made.size() + 1);
        made.add(new Organisation(key, name, parentKey, level, kind.kind(), place, 0, kind.skills()));
        weights.add(kind.weight() * new Dice(seed, "unit", made.size()).lognormal(0.35));
        return key;
    }

    /** Shares {@code cadres} out by weight, every unit {@link #FEWEST} at least; the largest takes what rounding leaves. */
    private List<Organisation> sized(int cadres) {
        var sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        var sizes = weights.stream()
                .mapToInt(w -> Math.max(FEWEST, (int) Math.round(w / sum * cadres)))
                .toArray();
        var largest = 0;
        var left = cadres;
        for (var i = 0; i < sizes.length; i++) {
            left -= sizes[i];
            largest = sizes[i] > sizes[largest] ? i : largest;
        }
        sizes[largest] += left;
        var all = new ArrayList<Organisation>();
        for (var i = 0; i < sizes.length; i++) {
            var o = made.get(i);
            all.add(new Organisation(
                    o.key(), o.name(), o.parentKey(), o.level(), o.kind(), o.place(), sizes[i], o.skills()));
        }
        return List.copyOf(all);
    }

    private static String government(Division township) {
        return township.name()
                + (township.kind().equals("SUBDISTRICT")
                        ? "办事处"
                        : township.name().endsWith("镇") || township.name().endsWith("乡") ? "人民政府" : "管委会");
    }
}
