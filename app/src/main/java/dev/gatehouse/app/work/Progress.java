package dev.gatehouse.app.work;

/** What running work tells of itself. Any thread. */
public interface Progress {
    /** What it does just now, a short phrase. */
    void doing(String words);

    /** How much of it is done, 0 to 1. */
    void done(double share);
}
