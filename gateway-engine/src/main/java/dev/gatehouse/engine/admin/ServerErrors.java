package dev.gatehouse.engine.admin;

import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Problem;
import dev.gatehouse.engine.admin.endpoint.Refusal;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the server below refuses by itself (a malformed request, a header that is too large), as a problem too. */
final class ServerErrors extends ErrorHandler {
    private static final String MEDIA = "application/problem+json";

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, MEDIA);
        Content.Sink.write(response, true, body(status), callback);
        return true;
    }

    private static String body(int status) {
        Problem problem = status >= 500 ? Problem.INTERNAL : Problem.BAD_REQUEST;
        var body = new Refusal(problem, "The request breaks the rules of HTTP or is too large.").body();
        return Bodies.line(body.put("status", status));
    }
}
