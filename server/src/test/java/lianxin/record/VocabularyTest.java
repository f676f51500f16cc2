package lianxin.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lianxin.platform.News;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Whatever can be in the record has a sentence an auditor understands. */
class VocabularyTest {

    @Test
    void everyPieceOfNewsAndEveryPurposeHasItsSentence() throws Exception {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(News.class));
        var found = 0;
        for (var bean : scan.findCandidateComponents("lianxin")) {
            var type = Class.forName(bean.getBeanClassName());
            if (!type.isMemberClass()) { // tests tell news of their own
                found++;
                assertThat(Vocabulary.WORDS).as("%s", type).containsAll(words(type));
            }
        }
        assertThat(found).isGreaterThan(10);
        assertThat(Vocabulary.WORDS)
                .containsAll(Arrays.stream(Purpose.values()).map(Enum::name).toList());
    }

    /** The words of a piece of news, whatever it says of the kinds it knows. */
    private static List<String> words(Class<?> type) throws Exception {
        var parts = Arrays.asList(type.getRecordComponents());
        var maker = type.getDeclaredConstructor(
                parts.stream().map(RecordComponent::getType).toArray(Class[]::new));
        maker.setAccessible(true);
        var all = Stream.<Object[]>of(new Object[parts.size()]);
        for (var i = 0; i < parts.size(); i++) {
            var at = i;
            all = all.flatMap(values -> values(parts.get(at).getType()).map(value -> {
                var copy = values.clone();
                copy[at] = value;
                return copy;
            }));
        }
        var words = new java.util.TreeSet<String>();
        for (var values : all.toList()) {
            words.add(((News) maker.newInstance(values)).word());
        }
        return List.copyOf(words);
    }

    private static Stream<?> values(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants());
        }
        if (type == boolean.class) {
            return Stream.of(true, false);
        }
        return Arrays.asList(type == int.class ? 0 : type == long.class ? (Object) 0L : null).stream();
    }
}
