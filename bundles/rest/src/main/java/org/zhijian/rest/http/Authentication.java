package org.zhijian.rest.http;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.SignIn;

/**
 * Finds out who calls, by the bearer token. What is not {@link Open} is closed to nobody; and an account that must change its password can do
 * nothing else. A dead token on an open call counts as none, so that a client may sign in again with it still in its headers.
 */
@Priority(Priorities.AUTHENTICATION)
public final class Authentication implements ContainerRequestFilter {
    private final SignIn signIn;

    @Context
    private HttpServletRequest servletRequest;

    @Context
    private ResourceInfo target;

    public Authentication(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String address = servletRequest.getRemoteAddr();
        Caller caller = Bearer.token(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .flatMap(token -> signIn.caller(token, address))
                .orElseGet(() -> Caller.nobody(address));
        Method method = target.getResourceMethod();
        if (!caller.isSignedIn() && !isOpen(method)) {
            throw Refusal.unauthenticated("请先登录");
        }
        if (caller.mustChangePassword() && !method.isAnnotationPresent(BeforePasswordChange.class)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "MUST_CHANGE_PASSWORD", "首次登录请先修改密码");
        }
        CallerContext.keep(servletRequest, caller);
    }

    /** Whether nobody may call this method of a resource. */
    public static boolean isOpen(Method method) {
        return method.isAnnotationPresent(Open.class)
                || method.getDeclaringClass().isAnnotationPresent(Open.class);
    }
}
