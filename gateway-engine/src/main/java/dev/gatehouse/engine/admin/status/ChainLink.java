package dev.gatehouse.engine.admin.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.admin.endpoint.Shape;
import java.security.cert.X509Certificate;
import java.util.List;

/** A certificate of a chain, as the Admin API tells it. */
final class ChainLink {
    private static final Shape SHAPE = Shape.object("ChainLink")
            .with("subject", Shape.text())
            .with("issuer", Shape.text())
            .with("notBefore", Shape.time())
            .with("notAfter", Shape.time());

    private ChainLink() {}

    static Shape shapes() {
        return Shape.listOf(SHAPE).about("The certificate first, then those up to its authority.");
    }

    static void write(ObjectNode to, List<X509Certificate> chain) {
        var links = to.putArray("chain");
        chain.forEach(one -> tell(links.addObject(), one));
    }

    static ObjectNode tell(ObjectNode node, X509Certificate one) {
        return node.put("subject", one.getSubjectX500Principal().getName())
                .put("issuer", one.getIssuerX500Principal().getName())
                .put("notBefore", one.getNotBefore().toInstant().toString())
                .put("notAfter", one.getNotAfter().toInstant().toString());
    }
}
