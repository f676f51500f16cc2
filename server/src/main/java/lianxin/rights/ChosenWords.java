package lianxin.rights;

import java.util.HashMap;
import java.util.Map;
import lianxin.platform.Words;
import lianxin.visit.Lists;
import org.springframework.stereotype.Component;

/** What a place calls the codes it has chosen itself, by the column they stand in: {@code "topics HEALTH"}. */
@Component
class ChosenWords {

    private final Lists lists;

    ChosenWords(Lists lists) {
        this.lists = lists;
    }

    Map<String, String> in(Words words) {
        var called = new HashMap<String, String>();
        var today = lists.today();
        for (var topic : today.topics()) {
            var name = words.chinese() ? topic.zh() : topic.en();
            called.put("topics " + topic.code(), name);
            called.put("need_topic " + topic.code(), name);
            called.put("category " + topic.code(), name);
        }
        today.occasions().forEach(kind -> called.put("kind " + kind.code(), words.chinese() ? kind.zh() : kind.en()));
        today.deferrals()
                .forEach(reason -> called.put("reason " + reason.code(), words.chinese() ? reason.zh() : reason.en()));
        return called;
    }
}
