package lianxin.accounts;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lianxin.access.Account;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.platform.CountyTime;
import lianxin.platform.Paper;
import lianxin.platform.Words;
import lianxin.signin.Links;
import lianxin.staff.Cadre;
import lianxin.staff.Unit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts for a whole unit at once. Whoever has chosen a password of his own already is left alone, so a unit may be done again when it has grown. */
@Service
class Letters {

    private final People people;
    private final Accounts accounts;
    private final Links links;
    private final Paper paper;
    private final CountyTime time;

    Letters(People people, Accounts accounts, Links links, Paper paper, CountyTime time) {
        this.links = links;
        this.paper = paper;
        this.people = people;
        this.accounts = accounts;
        this.time = time;
    }

    /** A letter for each who serves in the unit and never signed in. Refused when there is nobody to write to. */
    @Transactional
    List<Letter> to(String key, Caller caller) {
        var unit = people.unit(key);
        var letters = new ArrayList<Letter>();
        for (var cadre : people.of(unit, time.today())) {
            var account = accounts.ofPerson(cadre.id());
            if (account.map(Letters::waiting).orElse(true)) {
                letters.add(letter(cadre, unit, account, caller));
            }
        }
        if (letters.isEmpty()) {
            throw AccountsRefusal.NOBODY_TO_WRITE_TO.because(unit.name());
        }
        return letters;
    }

    /** One sheet each, to be folded twice so that the login and the password lie inside. */
    void print(List<Letter> letters, Words words, OutputStream pdf) {
        paper.print(
                "accounts/print.jte",
                Map.of("letters", letters, "address", links.door(), "day", time.today(), "words", words),
                pdf);
    }

    private static boolean waiting(Account account) {
        return account.password() == null || account.passwordUntil() != null;
    }

    private Letter letter(Cadre cadre, Unit unit, Optional<Account> account, Caller caller) {
        var id = account.map(Account::id)
                .orElseGet(() -> accounts.open(login(cadre.key()), cadre.name(), cadre.id(), caller));
        var password = accounts.firstPassword(id, caller);
        return new Letter(
                cadre.name(), unit.name(), cadre.post(), accounts.require(id).login(), password);
    }

    /** The office's number for him, as it can be typed on any keyboard. */
    static String login(String key) {
        var typed = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "-");
        return typed.matches("[a-z0-9].+") ? typed : "c" + typed;
    }
}
