package lianxin.sheet;

import java.util.List;
import java.util.Locale;
import lianxin.platform.Words;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/** A roster of cadres, as the office of a county might ask for it. */
final class SheetCast {

    static final java.nio.charset.Charset GB18030 = java.nio.charset.Charset.forName("GB18030");

    enum Rank {
        COUNTY,
        TOWNSHIP,
        CLERK
    }

    static final Column<String> NAME =
            Column.text("name", "姓名", "Name", 20).required().synonyms("干部姓名").example("王桂英");
    static final Column<String> VILLAGE = Column.code("village", "村代码", "Village code", 12)
            .required()
            .synonyms("行政区划代码", "区划代码")
            .help("统计用 12 位代码", "The 12-digit statistical code")
            .example("370827001001");
    static final Column<Rank> RANK = Column.choice(
            "rank",
            "职级",
            "Rank",
            Option.of(Rank.COUNTY, "县级", "County", "县处级"),
            Option.of(Rank.TOWNSHIP, "乡科级", "Township", "科级"),
            Option.of(Rank.CLERK, "科员", "Clerk"));
    static final Column<Integer> HOUSEHOLDS = Column.whole("households", "联系户数", "Households", 0, 40);
    static final Column<Boolean> LEADER = Column.yesNo("leader", "是否领导", "Leader");
    static final Column<java.time.LocalDate> SINCE = Column.day("since", "参加日期", "Since");
    static final Column<String> PHONE =
            Column.phone("phone", "办公电话", "Work phone").synonyms("电话", "联系电话");
    static final Column<List<String>> SKILLS = Column.many("skills", "特长", "Skills", 5, new Kind.Text(10));

    static final Columns CADRES =
            Columns.of("干部花名册", "Cadres", NAME, VILLAGE, RANK, HOUSEHOLDS, LEADER, SINCE, PHONE, SKILLS);

    static final Words ZH = words(Locale.CHINESE);
    static final Words EN = words(Locale.ENGLISH);

    private SheetCast() {}

    private static Words words(Locale locale) {
        var source = new ReloadableResourceBundleMessageSource();
        source.setBasenames("classpath:messages/sheet", "classpath:messages/workbook");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return new Words(source, locale);
    }
}
