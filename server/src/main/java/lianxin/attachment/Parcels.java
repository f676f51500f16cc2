package lianxin.attachment;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/**
 * Reads forms that bring an attachment, before anybody else does: a server would lay the file on its disk in plain. Only for whoever is signed in; nobody else’s
 * form is read at all, so it has no token either and is turned away.
 */
@Component
@Order(Parcels.BEFORE_THE_GATE)
class Parcels extends OncePerRequestFilter {

    /** After whoever knows the session, before the filters of the gate, which stand at -100. */
    static final int BEFORE_THE_GATE = -101;

    private static final String ADDRESS = "/attachments";

    /** Files in memory at a time: as many as come, and who comes slowly, must not fill it. */
    private static final int AT_ONCE = 12;

    private final Semaphore room = new Semaphore(AT_ONCE);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return !HttpMethod.POST.matches(request.getMethod())
                || !request.getServletPath().endsWith(ADDRESS) // as it is decoded, so that no other spelling goes past
                || type == null
                || !type.startsWith("multipart/")
                || WebUtils.getNativeRequest(request, MultipartRequest.class) != null; // read already
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!signedIn(request)) {
            chain.doFilter(Parcel.unread(request), response);
            return;
        }
        var taken = room.tryAcquire();
        try {
            chain.doFilter(Parcel.read(request, taken), response);
        } finally {
            if (taken) {
                room.release();
            }
        }
    }

    private static boolean signedIn(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }
}
