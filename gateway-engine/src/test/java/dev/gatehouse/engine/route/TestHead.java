package dev.gatehouse.engine.route;

import dev.gatehouse.engine.exchange.RequestHead;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;

/** A request's head made by hand. */
record TestHead(String listener, String method, String host, String path, String query, HttpHeaders headers)
        implements RequestHead {
    static TestHead get(String path) {
        return new TestHead("public", "GET", "api.example.com", path, "", new DefaultHttpHeaders());
    }

    TestHead method(String other) {
        return new TestHead(listener, other, host, path, query, headers);
    }

    TestHead host(String other) {
        return new TestHead(listener, method, other, path, query, headers);
    }

    TestHead query(String other) {
        return new TestHead(listener, method, host, path, other, headers);
    }

    TestHead listener(String other) {
        return new TestHead(other, method, host, path, query, headers);
    }

    TestHead header(String name, String value) {
        HttpHeaders more = headers.copy().add(name, value);
        return new TestHead(listener, method, host, path, query, more);
    }

    @Override
    public String scheme() {
        return "http";
    }

    @Override
    public String clientAddress() {
        return "192.0.2.7";
    }
}
