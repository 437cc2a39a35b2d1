package dev.gatehouse.engine.model;

import org.jspecify.annotations.Nullable;

/** Probes by gRPC's own health service. */
@Declaration(
        title = "gRPC health",
        help = "Asks the target's grpc.health.v1.Health/Check, over HTTP/2.",
        example = "{service: shop.v1.Catalog}")
public record GrpcHealth(
        @Setting(
                title = "Service",
                help = "The service that is asked for; without it, the target as a whole.",
                pattern = "[A-Za-z0-9_.]+",
                max = "200")
        @Nullable
        String service) {}
