package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JavafxLogTest {
    private final Logger logger = Logger.getLogger("javafx");

    @AfterEach
    void asItWas() {
        logger.setFilter(null);
    }

    @Test
    void one_warning_is_left_out_and_no_other() {
        JavafxLog.settle();
        Filter filter = logger.getFilter();
        assertThat(filter.isLoggable(new LogRecord(
                        Level.WARNING,
                        "Unsupported JavaFX configuration: classes were loaded from 'unnamed module @1'")))
                .isFalse();
        assertThat(filter.isLoggable(new LogRecord(Level.WARNING, "Unsupported JavaFX configuration: no renderer")))
                .isTrue();
        assertThat(filter.isLoggable(new LogRecord(Level.SEVERE, null))).isTrue();
    }
}
