package lianxin.intake;

import java.time.LocalDate;
import java.util.List;
import lianxin.roster.RosterRow;
import lianxin.sheet.Column;
import lianxin.sheet.Kind;
import lianxin.sheet.Line;
import lianxin.sheet.Option;
import org.jspecify.annotations.Nullable;

/** How the lines of one kind of file become rows of its roster. What is wrong with a line beyond its cells is added to its faults. */
@FunctionalInterface
interface Reading {

    /** The row, when the line is good; {@code number} is the line's among all sheets. */
    @Nullable
    RosterRow row(Line line, long number);

    /** The categories of need as offices write them; 一般 says that there is none. */
    Kind<String> NEED = new Kind.Choice<>(List.of(
            Option.of("LOW_INCOME", "低保", "Minimum living allowance", "低保户", "低保家庭"),
            Option.of("EXTREME_POVERTY", "特困供养", "Extreme poverty support", "特困", "五保", "五保户", "特困户", "特困人员"),
            Option.of("DISABILITY", "残疾人家庭", "Disability in the family", "残疾", "残疾人", "残疾户"),
            Option.of("LIVING_ALONE", "独居老人", "Elderly living alone", "独居", "空巢老人", "孤寡老人"),
            Option.of("LEFT_BEHIND_CHILD", "留守儿童", "Child left behind", "留守", "困境儿童"),
            Option.of("VETERAN", "优抚对象", "Veteran’s or martyr’s family", "优抚", "优抚户", "烈属", "军属", "退役军人"),
            Option.of("HARDSHIP", "突发困难", "Sudden hardship", "困难户", "因灾致困", "因病致困", "困难家庭"),
            Option.of("PETITION", "信访户", "Open petition", "信访", "上访户"),
            Option.of("", "一般", "None", "无", "普通", "一般户", "普通户", "否")));

    /** By which document an entry holds, from when, and until when. */
    Column<String> SOURCE = Column.text("source", "依据文件", "Document", 200)
            .synonyms("依据", "文件", "文号")
            .help("按哪个文件办的，可以不填。", "The document it is by, may be blank.");

    Column<LocalDate> FROM = Column.day("since", "起始日期", "Since")
            .synonyms("开始日期", "生效日期")
            .help("从哪天起；不填就是导入的那天。", "From which day; blank for the day of the import.");
    Column<LocalDate> UNTIL = Column.day("until", "终止日期", "Until")
            .synonyms("结束日期", "到期日期")
            .help("从哪天起不再这样；一直有效就空着。", "From which day no longer; blank for good.");

    /** Nothing ends in the past, or before it begins. */
    static void ends(Line line, LocalDate today) {
        var until = line.get(UNTIL);
        var since = line.get(FROM);
        if (until != null && (until.isBefore(today) || since != null && !until.isAfter(since))) {
            line.fault(UNTIL, "intake.cell.ends-too-early", until.toString());
        }
    }

    /** Degrees with a decimal point. */
    static @Nullable Double degrees(Line line, Column<String> column, int most) {
        var text = line.get(column);
        if (text == null) {
            return null;
        }
        if (text.matches("-?\\d{1,3}(\\.\\d{1,15})?") && Math.abs(Double.parseDouble(text)) <= most) {
            return Double.valueOf(text);
        }
        line.fault(column, "intake.cell.not-degrees", text);
        return null;
    }

    /** The codes in a cell, or null when the file has no such column; a blank cell says that there are none. */
    static @Nullable List<String> needs(Line line, Column<List<String>> column) {
        if (!line.has(column)) {
            return null;
        }
        var said = line.get(column);
        return said == null
                ? List.of()
                : said.stream().filter(code -> !code.isEmpty()).toList();
    }

    /** A number that looks like an identity card's must not become a key (PIPL art. 6). */
    static void keyed(Line line, Column<String> column) {
        var key = line.get(column);
        if (key != null && key.matches("\\d{17}[\\dXx]")) {
            line.fault(column, "intake.cell.identity-number");
        }
    }

    /** Nobody comes into scope on a day to come. */
    static void begun(Line line, Column<LocalDate> column, LocalDate today) {
        var since = line.get(column);
        if (since != null && since.isAfter(today)) {
            line.fault(column, "intake.cell.day-to-come", since.toString());
        }
    }
}
