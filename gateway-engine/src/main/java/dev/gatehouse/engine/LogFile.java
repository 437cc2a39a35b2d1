package dev.gatehouse.engine;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The log in a gateway's data directory, {@code logs/gateway.log}, at most 20 MB with its four older parts. Where several
 * gateways share a process, each one's file has the lines of all. Where the program logs by other means, there is none.
 */
final class LogFile implements AutoCloseable {
    private static final int OLDER_PARTS = 4;
    private static final FileSize PART = FileSize.valueOf("4MB");

    private final @Nullable RollingFileAppender<ILoggingEvent> appender;

    private LogFile(@Nullable RollingFileAppender<ILoggingEvent> appender) {
        this.appender = appender;
    }

    static LogFile in(Path dataDirectory) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return new LogFile(null);
        }
        Path folder = dataDirectory.resolve("logs");
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName(folder.toString());
        appender.setFile(folder.resolve("gateway.log").toString());
        appender.setEncoder(LogSetup.encoder(context));

        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(folder.resolve("gateway.%i.log").toString());
        rolling.setMinIndex(1);
        rolling.setMaxIndex(OLDER_PARTS);
        rolling.start();
        appender.setRollingPolicy(rolling);

        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(PART);
        size.start();
        appender.setTriggeringPolicy(size);

        appender.start();
        root(context).addAppender(appender);
        return new LogFile(appender);
    }

    private static Logger root(LoggerContext context) {
        return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    public void close() {
        if (appender != null && appender.getContext() instanceof LoggerContext context) {
            root(context).detachAppender(appender);
            appender.stop();
        }
    }
}
