package dev.gatehouse.engine.model;

/** A version of TLS; older ones are never spoken. */
public enum TlsVersion implements Worded {
    TLS_1_2("tls1.2"),
    TLS_1_3("tls1.3");

    private final String word;

    TlsVersion(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
