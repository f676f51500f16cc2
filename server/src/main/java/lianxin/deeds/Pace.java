package lianxin.deeds;

/**
 * The rule for asking, as it holds on a day.
 *
 * @param answerDays how long households are asked
 * @param answersLeast how many must answer at least, where there are so many
 * @param answersPercent and which share of them
 * @param yesPercent more than this share of those who answer must say yes
 * @param useMonths after how many months it is asked again
 * @param source the document it comes from
 */
public record Pace(
        int answerDays, int answersLeast, int answersPercent, int yesPercent, int useMonths, String source) {}
