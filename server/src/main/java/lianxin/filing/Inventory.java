package lianxin.filing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lianxin.access.Needs;
import lianxin.access.Open;
import lianxin.access.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The running system as it is: each address it answers, each column it keeps, each job it does by the clock. */
@Component
public class Inventory {

    private final JdbcClient sql;
    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    private final ObjectProvider<RecurringTask<?>> jobs;

    Inventory(
            JdbcClient sql,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers,
            ObjectProvider<RecurringTask<?>> jobs) {
        this.sql = sql;
        this.handlers = handlers;
        this.jobs = jobs;
    }

    List<Address> addresses() {
        return handlers.getObject().getHandlerMethods().entrySet().stream()
                .filter(e -> e.getValue().getBeanType().getName().startsWith("lianxin."))
                .flatMap(e -> addresses(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(Address::path).thenComparing(Address::method))
                .toList();
    }

    /** As {@code schema.table.column}. */
    List<String> columns() {
        return sql.sql("""
                select table_schema || '.' || table_name || '.' || column_name
                  from information_schema.columns
                 where table_schema !~ '^pg_' and table_schema <> 'information_schema'
                 order by 1
                """).query(String.class).list();
    }

    List<String> jobs() {
        return jobs.stream().map(RecurringTask::getName).sorted().toList();
    }

    private static Stream<Address> addresses(RequestMappingInfo info, HandlerMethod handler) {
        var needs = handler.getMethodAnnotation(Needs.class);
        var fields = Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(Inventory::name)
                .toList();
        var file = Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.getParameterType() == MultipartFile.class)
                .map(parameter -> parameter.getParameterAnnotation(RequestParam.class))
                .findFirst()
                .map(asked -> asked == null || asked.required() ? Files.MUST : Files.MAY)
                .orElse(Files.NONE);
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(method -> info.getPatternValues().stream()
                        .map(path -> new Address(
                                method.name(),
                                path,
                                needs == null ? null : needs.value(),
                                handler.hasMethodAnnotation(Open.class),
                                fields,
                                file)));
    }

    private static String name(MethodParameter parameter) {
        var said = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class))
                .name();
        return said.isEmpty() ? parameter.getParameter().getName() : said;
    }

    /**
     * An address.
     *
     * @param right what one needs there; null where nobody needs to sign in
     * @param fields what a form there asks
     */
    public record Address(
            String method, String path, @Nullable Right right, boolean open, List<String> fields, Files files) {}

    /** Whether a file is taken. */
    public enum Files {
        NONE,
        /** It may be left out, and what one came for is done all the same. */
        MAY,
        MUST
    }
}
