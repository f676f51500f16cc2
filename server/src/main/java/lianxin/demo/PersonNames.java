package lianxin.demo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Names nobody was given: a surname as often as it is borne in southern Shandong, and characters people name their children with. */
final class PersonNames {

    /** Surname and how many of a thousand bear it, about. */
    private static final String SURNAMES = """
            王85 张83 李80 刘66 孙30 杨29 陈27 赵27 徐21 马20 孔19 宋18 郭16 韩15 朱15 高15 于12 周15 吴13 胡13 董11 冯10 程9 丁9 魏10 田10 \
            郑10 曹9 苏7 任8 姜8 崔8 谢7 许8 侯7 孟9 颜4 曾4 潘6 范7 彭6 贾8 邵6 史6 袁6 杜7 梁7 毛5 秦6 邱5 付5 谷4 樊4 褚3 仇3 翟4 满3 渠3 \
            屈2 阚2 郝4 夏4 蒋4 岳4 段4 石5 薛4 廉2 闫4 尹4 甄2 巩2 庞3 单2 卜2 缪1 时2 司2 步1 陶2 沙1 仲2 颛孙1 尉迟1 亓1 逄1 郇1 禚1 訾1 \
            昝1 仝1 綦1 贠1 麴1""";

    private static final List<String> LIST = Arrays.stream(SURNAMES.split("\\s+"))
            .map(entry -> entry.replaceAll("\\d", ""))
            .toList();
    private static final double[] WEIGHTS = cumulated(Arrays.stream(SURNAMES.split("\\s+"))
            .mapToDouble(entry -> Double.parseDouble(entry.replaceAll("\\D", ""))));

    private static final List<String> GENERATION = characters("建国志明文德广永兆庆玉金春秀凤桂传继宪昭繁祥令维垂佑钦绍怀树洪福兴成士瑞东西云海学保先全长连思新");
    private static final List<String> GIVEN =
            characters("军强伟杰刚勇平华兰英芳梅霞红丽娟敏静燕玲峰涛磊斌鹏辉亮超波浩宇飞雷凯林山田义礼信忠厚民生才良安顺荣贵喜乐萍莉蕾琳雪莹洁颖倩晴晨阳光清泉");
    /** Characters that fonts and forms stumble over; one is beyond the sixteen bits of old programs. */
    private static final List<String> RARE = characters("堃喆翀犇昇彧甡珺垚赟媛煊祎淼䶮㛃\uD86C\uDC29");

    private PersonNames() {}

    static String surname(Dice dice) {
        return LIST.get(dice.weighted(WEIGHTS));
    }

    /** A name with that surname. */
    static String with(String surname, Dice dice) {
        if (dice.chance(0.003)) {
            return surname + dice.of(RARE);
        }
        return dice.chance(0.2) ? surname + dice.of(GIVEN) : surname + dice.of(GENERATION) + dice.of(GIVEN);
    }

    /** Whether a name of a place begins with a surname, as 杨楼 does: then most of the village bears it. */
    static boolean isSurname(String character) {
        return LIST.contains(character);
    }

    private static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    private static double[] cumulated(java.util.stream.DoubleStream weights) {
        var sums = weights.toArray();
        for (var i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    /** Every surname there is, for whoever checks. */
    static Stream<String> surnames() {
        return LIST.stream();
    }
}
