package lianxin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A deed from the village’s desk to a household’s own telephone, by keyboard and without an account; nothing on the way keeps anybody out. */
class DeedsInTheBrowserTest extends DemoTown {

    @Autowired
    JdbcClient sql;

    @Test
    void theVillagePromisesAndAHouseholdAnswersByKeyboard() {
        try (var village = Browser.speaking("zh-CN");
                var family = Browser.onAPhone("zh-CN")) {
            var desk = signIn(village, "village");
            desk.navigate(at("/deeds"));
            assertThat(village.barriers()).isEmpty();
            desk.click("main a.do");
            assertThat(village.barriers()).isEmpty();
            desk.fill("[name=title]", "修好东头的桥");
            desk.click("main form button");
            assertThat(village.barriers()).isEmpty();
            desk.click("main form[action='/deeds'] button");
            assertThat(village.barriers()).isEmpty();
            desk.fill("form:has([value=DONE]) [name=words]", "桥修好了");
            desk.click("form:has([value=DONE]) button");
            assertThat(desk.locator(".said")).isVisible();

            var card = sql.sql(
                            "select code from card.card c join deeds.deed d on d.title = '修好东头的桥' and c.place = d.lo where c.withdrawn_on is null limit 1")
                    .query(String.class)
                    .single();
            var phone = family.page();
            phone.navigate(at("/h/" + card + "/deeds"));
            assertThat(family.barriers()).isEmpty();
            var over =
                    (int) phone.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(over).as("sticks out of the phone").isLessThanOrEqualTo(0);
            phone.focus("article:has-text('修好东头的桥') button[value=true]");
            phone.keyboard().press("Enter");
            assertThat(phone.locator("article:has-text('修好东头的桥')")).containsText("您家已经说过了");
            family.picture("deeds-family");
            phone.navigate(at("/promised/"
                    + sql.sql("select lo::text from deeds.deed where title = '修好东头的桥'")
                            .query(String.class)
                            .single()));
            assertThat(phone.textContent("main")).contains("说是 1 户");
            assertThat(family.barriers()).isEmpty();
            assertThat(village.complaints()).isEmpty();
            assertThat(family.complaints()).isEmpty();
        }
    }
}
