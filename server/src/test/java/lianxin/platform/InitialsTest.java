package lianxin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {

    @ParameterizedTest
    @CsvSource({
        "单建国, sjg",
        "曾志强, zzq",
        "解晓东, xxd",
        "仇英, qy",
        "区少峰, osf",
        "查良, zl",
        "尉迟恭, ycg",
        "欧阳娜, oyn",
        "翟秀英, zxy",
        "贾玉兰, jyl",
        "沈强, sq",
        "石磊, sl",
        "叶红, yh",
        "华伟, hw",
        "任静, rj",
        "纪敏, jm",
        "盖文, gw",
        "朴顺, ps",
        "王芳, wf",
        "李娜, ln",
        "张伟, zw",
        "刘洋, ly",
        "陈静, cj",
        "孔令军, klj",
        "孟凡, mf",
        "单, s"
    })
    void aPersonIsReadSurnameFirst(String name, String initials) {
        assertThat(Initials.ofPerson(name)).isEqualTo(initials);
    }

    @ParameterizedTest
    @CsvSource({"济宁市, jns", "鱼台县, ytx", "谷亭街道, gtjd", "微山县, wsx", "第3小学, d3xx", "A组（东）, azd", "'', ''"})
    void aPlaceIsReadCharacterByCharacter(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }

    @Test
    void theHundredCommonestSurnamesReadAsTheyAreSpoken() {
        var surnames =
                "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
        var spoken =
                "wlzlcyzhzwxshzglhgmllszxhtfydxccydxfszplsljcjdwxyyypddxzwtrjffsytlzxjlhkbckmqqjsghsmlwdlqtylycwqhlgw";
        var read = new StringBuilder();
        surnames.codePoints().forEach(s -> read.append(Initials.ofPerson(Character.toString(s) + "一"), 0, 1));
        assertThat(read).hasToString(spoken);
    }
}
