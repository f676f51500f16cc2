package lianxin.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Mandates;
import lianxin.access.Role;
import lianxin.region.Ground;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** How people come in, and how they do not. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class SignInTest {

    static final String PASSWORD = "correct horse battery staple";
    static final Ground GROUND = new Ground(999_912_000_000L, 999_913_000_000L);
    static final Caller SYSTEM =
            new Caller(UUID.randomUUID(), "系统管理员", Role.SYSTEM_ADMIN, Ground.EVERYWHERE, null, null);
    static final Caller SECURITY =
            new Caller(UUID.randomUUID(), "安全管理员", Role.SECURITY_ADMIN, Ground.EVERYWHERE, null, null);

    final MockMvc http;
    final Accounts accounts;
    final Mandates mandates;
    final JdbcClient sql;
    final Clock clock;
    final Codes codes;
    final TransactionTemplate apart;
    final String login = "si-" + UUID.randomUUID().toString().substring(0, 12);
    final String address =
            "10.%d.%d.1".formatted(new java.util.Random().nextInt(256), new java.util.Random().nextInt(256));

    SignInTest(
            MockMvc http,
            Accounts accounts,
            Mandates mandates,
            JdbcClient sql,
            Clock clock,
            Codes codes,
            PlatformTransactionManager transactions) {
        this.codes = codes;
        this.apart = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        this.http = http;
        this.accounts = accounts;
        this.mandates = mandates;
        this.sql = sql;
        this.clock = clock;
    }

    UUID account;

    @BeforeEach
    void wang() {
        account = accounts.open(login, PASSWORD, "王某", Role.AUDITOR, GROUND, null, null);
    }

    @Test
    void thePasswordOpensTheGateAndASecondBrowserIsASecondSession() throws Exception {
        var one = in();
        assertThat(one.get("/me").getStatus()).isEqualTo(200);
        var other = in();
        assertThat(one.get("/me/security").getContentAsString()).contains("visitor", "在哪些地方登录着");
        var theirs = Pattern.compile("name=\"session\" value=\"([^\"]+)\"")
                .matcher(one.get("/me/security").getContentAsString());
        assertThat(theirs.find()).isTrue();
        one.post("/me/security/end", "session", theirs.group(1));
        assertThat(other.get("/me").getRedirectedUrl())
                .as("signed out from afar")
                .endsWith("/sign-in");
        assertThat(one.get("/me").getStatus()).isEqualTo(200);
    }

    @Test
    void theSessionBeforeSigningInIsNotTheOneAfter() throws Exception {
        var visitor = visitor();
        visitor.get("/me");
        var before = visitor.cookies.get("session").getValue();
        visitor.signIn(login, PASSWORD);
        assertThat(visitor.cookies.get("session").getValue()).isNotEqualTo(before);
        var thief = visitor();
        thief.cookies.put("session", new jakarta.servlet.http.Cookie("session", before));
        assertThat(thief.get("/me").getRedirectedUrl()).endsWith("/sign-in");
    }

    @Test
    void whoeverGuessesWaitsAndTheOwnerAtHisOwnDeskDoesNot() throws Exception {
        var owner = in();
        var stranger = new Visitor(http, "203.0.113.7");
        assertThat(stranger.signIn(login, "wrong wrong wrong").getRedirectedUrl())
                .isEqualTo("/sign-in?no");
        assertThat(stranger.signIn(login, "wrong wrong wrong").getRedirectedUrl())
                .isEqualTo("/sign-in?no");
        var third = stranger.signIn(login, PASSWORD);
        assertThat(third.getStatus())
                .as("too-soon, even with the right password")
                .isEqualTo(429);
        assertThat(third.getHeader("Retry-After")).matches("1[0-6]");
        owner.post("/sign-out");
        assertThat(owner.signIn(login, PASSWORD).getRedirectedUrl())
                .as("a device it knows")
                .isEqualTo("/");
    }

    @Test
    void anUnknownLoginWaitsLikeAKnownOne() throws Exception {
        var stranger = new Visitor(http, "203.0.114.7");
        var nobody = login + "-no";
        stranger.signIn(nobody, "wrong wrong wrong");
        stranger.signIn(nobody, "wrong wrong wrong");
        assertThat(stranger.signIn(nobody, "wrong wrong wrong").getStatus()).isEqualTo(429);
    }

    @Test
    void aPrintedPasswordIsGoodForChoosingOnesOwnOnly() throws Exception {
        var printed = accounts.firstPassword(account, SYSTEM);
        var visitor = visitor();
        assertThat(visitor.signIn(login, printed).getRedirectedUrl()).isEqualTo("/sign-in/choose");
        assertThat(visitor.get("/me").getRedirectedUrl()).isEqualTo("/sign-in/choose");
        for (var weak : List.of(
                "short", "123456789012345", "abcabcabcabcabc", "password2026!!", "qwertyuiopasdf", "MailCreated5240")) {
            assertThat(visitor.post("/sign-in/choose", "password", weak).getStatus())
                    .as("password-weak: %s", weak)
                    .isEqualTo(422);
        }
        assertThat(visitor.post("/sign-in/choose", "password", "蓝色的大象在河边散步唱歌吃瓜").getRedirectedUrl())
                .isEqualTo("/");
        assertThat(visitor.get("/me").getStatus()).isEqualTo(200);
        assertThat(visitor().signIn(login, printed).getRedirectedUrl())
                .as("used up")
                .isEqualTo("/sign-in?no");
    }

    @Test
    void aPrintedPasswordIsForgottenAfterTwoWeeks() throws Exception {
        var printed = accounts.firstPassword(account, SYSTEM);
        sql.sql("update access.account set password_until = now() - interval '1 minute' where id = :id")
                .param("id", account)
                .update();
        assertThat(visitor().signIn(login, printed).getRedirectedUrl()).isEqualTo("/sign-in?no");
    }

    @Test
    void aSecondFactorIsAskedForOnceItIsSetUpAndGoodOnce() throws Exception {
        var visitor = in();
        var secret = Authenticator.secret(visitor.get("/sign-in/enrol").getContentAsString());
        assertThat(visitor.post("/sign-in/enrol", "code", "000000").getStatus())
                .as("code-wrong")
                .isEqualTo(422);
        var step = clock.instant().getEpochSecond() / Totp.STEP_SECONDS;
        var enrolled =
                visitor.post("/sign-in/enrol", "code", Totp.code(secret, step)).getContentAsString();
        var paper = Pattern.compile("[a-z2-7]{4}(-[a-z2-7]{4}){3}").matcher(enrolled);
        assertThat(paper.find()).isTrue();

        var again = visitor();
        assertThat(again.signIn(login, PASSWORD).getRedirectedUrl()).isEqualTo("/sign-in/code");
        assertThat(again.get("/me").getRedirectedUrl()).isEqualTo("/sign-in/code");
        assertThat(again.post("/sign-in/code", "code", Totp.code(secret, step)).getRedirectedUrl())
                .as("the code that was used to set it up")
                .isEqualTo("/sign-in/code?no");
        assertThat(again.post("/sign-in/code", "code", paper.group()).getRedirectedUrl())
                .isEqualTo("/");
        assertThat(again.get("/me").getStatus()).isEqualTo(200);

        var third = visitor();
        third.signIn(login, PASSWORD);
        assertThat(third.post("/sign-in/code", "code", paper.group()).getRedirectedUrl())
                .isEqualTo("/sign-in/code?no");
        assertThat(third.post("/sign-in/code", "code", Totp.code(secret, step + 1))
                        .getRedirectedUrl())
                .isEqualTo("/");
    }

    @Test
    void whoeverGuessesCodesWaitsInAnyBrowser() throws Exception {
        var owner = in();
        var secret = Authenticator.secret(owner.get("/sign-in/enrol").getContentAsString());
        var step = clock.instant().getEpochSecond() / Totp.STEP_SECONDS;
        owner.post("/sign-in/enrol", "code", Totp.code(secret, step));
        for (var guess = 0; guess < AttemptRules.FREE; guess++) {
            var thief = visitor();
            thief.signIn(login, PASSWORD);
            assertThat(thief.post("/sign-in/code", "code", "000000").getRedirectedUrl())
                    .isEqualTo("/sign-in/code?no");
        }
        var thief = visitor();
        thief.signIn(login, PASSWORD);
        assertThat(thief.post("/sign-in/code", "code", Totp.code(secret, step + 1))
                        .getStatus())
                .as("too-soon, even with the right code")
                .isEqualTo(429);
    }

    @Test
    void anAdministratorSetsUpASecondFactorBeforeAnythingElse() throws Exception {
        var admin = login + "-a";
        accounts.open(admin, PASSWORD, "系统管理员", Role.SYSTEM_ADMIN, GROUND, null, null);
        var visitor = visitor();
        assertThat(visitor.signIn(admin, PASSWORD).getRedirectedUrl()).isEqualTo("/sign-in/enrol");
        assertThat(visitor.get("/me").getRedirectedUrl()).isEqualTo("/sign-in/enrol");
    }

    @Test
    void whoeverMaySeeAPlacesHouseholdsSetsUpASecondFactorToo() throws Exception {
        for (var role : List.of(Role.OFFICE, Role.TOWNSHIP, Role.VILLAGE_COMMITTEE, Role.SUPERVISOR)) {
            var login = this.login + role.ordinal();
            accounts.open(login, PASSWORD, "某", role, GROUND, null, null);
            assertThat(visitor().signIn(login, PASSWORD).getRedirectedUrl())
                    .as("%s", role)
                    .isEqualTo("/sign-in/enrol");
        }
    }

    @Test
    void fromTheDayOnThatTheHouseHasChosen() {
        var office = accounts.require(accounts.open(login + "-o", PASSWORD, "某", Role.OFFICE, GROUND, null, null));
        assertThat(secondFactor(LocalDate.of(2026, 1, 1)).owed(office)).isEqualTo(Pending.ENROL);
        assertThat(secondFactor(LocalDate.of(9999, 1, 1)).owed(office)).isNull();
        var admin = accounts.require(accounts.open(login + "-s", PASSWORD, "某", Role.SYSTEM_ADMIN, GROUND, null, null));
        assertThat(secondFactor(LocalDate.of(9999, 1, 1)).owed(admin))
                .as("administrators at once")
                .isEqualTo(Pending.ENROL);
    }

    private SecondFactor secondFactor(LocalDate from) {
        var settings = new SignInSettings(
                "http://localhost", from, Duration.ofHours(12), new SignInSettings.Certificate(null, "CN"));
        return new SecondFactor(mandates, codes, settings, clock, false);
    }

    @Test
    void everyProofGivesTheSessionAnotherIdentity() throws Exception {
        var visitor = in();
        var before = visitor.cookies.get("session");
        visitor.post("/me/again", "password", PASSWORD);
        assertThat(visitor.cookies.get("session").getValue()).isNotEqualTo(before.getValue());
        assertThat(visitor.get("/me").getStatus()).isEqualTo(200);

        var secret = Authenticator.secret(visitor.get("/sign-in/enrol").getContentAsString());
        var step = clock.instant().getEpochSecond() / Totp.STEP_SECONDS;
        visitor.post("/sign-in/enrol", "code", Totp.code(secret, step));
        var other = visitor();
        other.signIn(login, PASSWORD);
        var half = other.cookies.get("session");
        other.post("/sign-in/code", "code", Totp.code(secret, step + 1));
        assertThat(other.get("/me").getStatus()).isEqualTo(200);
        for (var stolen : List.of(before, half)) {
            var thief = visitor();
            thief.cookies.put("session", stolen);
            assertThat(thief.get("/me").getRedirectedUrl()).endsWith("/sign-in");
        }
    }

    @Test
    void aSessionEndsAfterItsLongestLifeHoweverBusyItIs() throws Exception {
        var visitor = in();
        age(Duration.ofHours(11));
        assertThat(visitor.get("/me").getStatus()).isEqualTo(200);
        age(Duration.ofHours(12));
        assertThat(visitor.get("/me").getRedirectedUrl()).endsWith("/sign-in");
        assertThat(leaves(account)).endsWith("SIGNED_IN", "SESSION_OVER");
    }

    /** As if the sessions of the login had begun so long ago; committed, since sessions are kept apart from what a request does. */
    private void age(Duration old) {
        apart.executeWithoutResult(
                _ -> sql.sql("update signin.session set creation_time = :began where principal_name = :login")
                        .param("began", clock.instant().minus(old).toEpochMilli())
                        .param("login", login)
                        .update());
    }

    @Test
    void howOneProvesWhoOneIsIsChangedAfterAFreshProofOnly() throws Exception {
        var stale = user(login);
        for (var path : List.of("/me/security/end", "/me/security/passkey/forget", "/sign-in/enrol")) {
            var refused = http.perform(MockMvcRequestBuilders.post(path)
                            .param("session", "x")
                            .param("passkey", "x")
                            .param("code", "000000")
                            .with(stale)
                            .with(csrf()))
                    .andReturn()
                    .getResponse();
            assertThat(refused.getStatus()).as(path).isEqualTo(403);
            assertThat(refused.getContentAsString()).contains("/problems/prove-again");
        }
        assertThat(http.perform(MockMvcRequestBuilders.get("/sign-in/enrol").with(stale))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .as("no secret is shown to a session left alone")
                .startsWith("/me/again");
    }

    @Test
    void aBrowserForgetsThePagesItKeptAndNothingElse() throws Exception {
        assertThat(http.perform(MockMvcRequestBuilders.post("/sign-out")
                                .secure(true)
                                .with(user(login))
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getHeader("Clear-Site-Data"))
                .isEqualTo("\"cache\"");
    }

    @Test
    void whoeverIsTurnedAwayIsInTheRecord() throws Exception {
        var visitor = in();
        assertThat(visitor.get("/households").getStatus()).isEqualTo(403);
        var village = login + "-v";
        var committee = accounts.open(village, PASSWORD, "某", Role.VILLAGE_COMMITTEE, GROUND, null, null);
        assertThat(http.perform(MockMvcRequestBuilders.get("/households/" + UUID.randomUUID())
                                .with(user(village)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(http.perform(MockMvcRequestBuilders.post("/me/acting").with(user(village)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("without our token")
                .isEqualTo(403);
        assertThat(leaves(account)).endsWith("NOT_ALLOWED");
        assertThat(leaves(committee)).endsWith("NOT_THERE", "FORGED");
    }

    @Test
    void halfASignInMakesNoPasskey() throws Exception {
        accounts.firstPassword(account, SYSTEM);
        var printed = accounts.firstPassword(account, SYSTEM);
        var visitor = visitor();
        visitor.signIn(login, printed);
        assertThat(visitor.post("/webauthn/register/options").getStatus()).isEqualTo(403);
        assertThat(in(login + "-b").post("/webauthn/register/options").getStatus())
                .isEqualTo(200);
    }

    @Test
    void whoeverLosesHisMandateIsSignedOutAndMayDoNothing() throws Exception {
        var visitor = in();
        var mandate = mandates.live(accounts.require(account)).getFirst();
        mandates.end(mandate.id(), SECURITY);
        assertThat(visitor.get("/me").getRedirectedUrl())
                .as("the session is gone")
                .endsWith("/sign-in");
        visitor.signIn(login, PASSWORD);
        var refused = visitor.get("/me");
        assertThat(refused.getStatus()).as("no-mandate").isEqualTo(403);
        assertThat(refused.getContentAsString()).contains("您现在没有身份");
    }

    @Test
    void aClosedAccountIsOutWithTheNextRequest() throws Exception {
        var visitor = in();
        accounts.close(account, SYSTEM);
        assertThat(visitor.get("/me").getRedirectedUrl()).endsWith("/sign-in");
        assertThat(visitor().signIn(login, PASSWORD).getRedirectedUrl()).isEqualTo("/sign-in?no");
    }

    @Test
    void aProofAskedAnewWaitsToo() throws Exception {
        var visitor = in();
        assertThat(visitor.post("/me/again", "password", "wrong").getStatus())
                .as("password-wrong")
                .isEqualTo(422);
        assertThat(visitor.post("/me/again", "to", "//elsewhere.example", "password", PASSWORD)
                        .getRedirectedUrl())
                .as("back into the house only")
                .isEqualTo("/");
    }

    @Test
    void aStaleSessionGivesNobodyANewPassword() throws Exception {
        var admin = login + "-c";
        accounts.open(admin, PASSWORD, "系统管理员", Role.SYSTEM_ADMIN, GROUND, null, null);
        var refused = http.perform(MockMvcRequestBuilders.post("/accounts/" + account + "/password")
                        .with(user(admin))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(refused.getStatus()).isEqualTo(403);
        assertThat(refused.getContentAsString()).contains("/problems/prove-again");
        assertThat(accounts.require(account).passwordUntil())
                .as("nothing happened")
                .isNull();
    }

    @Test
    void whoComesGoesOrIsRefusedIsInTheRecord() throws Exception {
        var stranger = visitor();
        stranger.signIn(login, "wrong wrong wrong");
        stranger.signIn(login + "-no", "wrong wrong wrong");
        var visitor = in();
        var other = in();
        other.get("/me");
        visitor.post("/me/security/password", "old", PASSWORD, "password", "蓝色的大象在河边散步唱歌吃瓜");
        visitor.post("/sign-out");
        assertThat(leaves(account))
                .containsExactly(
                        "ACCOUNT_OPENED",
                        "MANDATE_REGULAR",
                        "SIGN_IN_REFUSED",
                        "SIGNED_IN",
                        "SIGNED_IN",
                        "PasswordChosen",
                        "SESSION_ENDED",
                        "SIGNED_OUT");
        assertThat(leaves(Caller.NOBODY)).as("the login that does not exist").containsOnly("SIGN_IN_REFUSED");
        assertThat(sql.sql(
                                "select distinct lo from record.leaf where by_whom = :account and what in ('SIGNED_IN', 'SIGNED_OUT')")
                        .param("account", account)
                        .query(Long.class)
                        .list())
                .as("where the auditors of his ground find it")
                .containsExactly(GROUND.lo());
    }

    @Test
    void mandatesGivenUsedTakenAndEndedAreInTheRecord() throws Exception {
        var second = mandates.give(
                account,
                new lianxin.access.GiveMandate(
                        Role.TOWNSHIP, new lianxin.region.DivisionCode(GROUND.lo()), null, null, null, "借调"),
                SECURITY);
        var visitor = visitor();
        visitor.signIn(login, PASSWORD);
        var secret = Authenticator.secret(visitor.get("/sign-in/enrol").getContentAsString());
        visitor.post("/sign-in/enrol", "code", Totp.code(secret, clock.instant().getEpochSecond() / Totp.STEP_SECONDS));
        visitor.post("/me/acting", "mandate", second.toString());
        visitor.post("/me/emergency", "place", "999913000000", "reason", "发大水");
        mandates.end(second, SECURITY);
        assertThat(leaves(account))
                .contains("MandateUsed", "MANDATE_EMERGENCY", "MANDATE_ENDED")
                .filteredOn(w -> w.equals("MANDATE_REGULAR"))
                .hasSize(2);
        assertThat(leaves(account))
                .filteredOn(w -> w.equals("MandateUsed"))
                .as("the chosen and the emergency")
                .hasSize(2);
    }

    private List<String> leaves(UUID subject) {
        return sql.sql("""
                select l.what from record.leaf l join record.subject s on position(s.token in l.tokens) > 0
                 where s.subject = :subject and l.kind = 'change'
                 order by l.id
                """).param("subject", subject).query(String.class).list();
    }

    private Visitor visitor() {
        return new Visitor(http, address);
    }

    private Visitor in() throws Exception {
        var visitor = visitor();
        assertThat(visitor.signIn(login, PASSWORD).getRedirectedUrl()).isEqualTo("/");
        return visitor;
    }

    private Visitor in(String other) throws Exception {
        accounts.open(other, PASSWORD, "某", Role.AUDITOR, GROUND, null, null);
        var visitor = visitor();
        visitor.signIn(other, PASSWORD);
        return visitor;
    }
}
