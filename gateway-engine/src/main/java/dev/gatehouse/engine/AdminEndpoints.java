package dev.gatehouse.engine;

import dev.gatehouse.engine.admin.config.Administrator;
import dev.gatehouse.engine.admin.config.CatalogueEndpoints;
import dev.gatehouse.engine.admin.config.CollectionEndpoints;
import dev.gatehouse.engine.admin.config.ConfigEndpoints;
import dev.gatehouse.engine.admin.config.RevisionEndpoints;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.explain.ExplainEndpoints;
import dev.gatehouse.engine.admin.force.ForceEndpoints;
import dev.gatehouse.engine.admin.health.HealthEndpoints;
import dev.gatehouse.engine.admin.injection.InjectionEndpoints;
import dev.gatehouse.engine.admin.observe.CallEndpoints;
import dev.gatehouse.engine.admin.observe.LiveEndpoints;
import dev.gatehouse.engine.admin.observe.StatsEndpoints;
import dev.gatehouse.engine.admin.records.AuditEndpoints;
import dev.gatehouse.engine.admin.records.SecretEndpoints;
import dev.gatehouse.engine.admin.status.InspectEndpoints;
import dev.gatehouse.engine.admin.status.StatusEndpoints;
import dev.gatehouse.engine.admin.stream.Streams;
import dev.gatehouse.engine.control.Audit;
import dev.gatehouse.engine.control.Control;
import dev.gatehouse.engine.control.Interventions;
import dev.gatehouse.engine.control.SecretResolver;
import dev.gatehouse.engine.control.Secrets;
import dev.gatehouse.engine.snapshot.DataPath;
import dev.gatehouse.engine.spec.Catalogue;
import dev.gatehouse.engine.telemetry.Telemetry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Everything that the Admin API of one gateway serves. */
record AdminEndpoints(
        Catalogue catalogue,
        Control control,
        DataPath dataPath,
        Telemetry telemetry,
        Secrets secrets,
        Audit audit,
        Interventions interventions,
        Streams streams,
        boolean openMetrics) {
    List<Endpoint> all(BooleanSupplier ready, BooleanSupplier draining, Instant since) {
        return Stream.of(
                        new ConfigEndpoints(control).all(),
                        new CatalogueEndpoints(catalogue).all(),
                        new RevisionEndpoints(control).all(),
                        CollectionEndpoints.all(control),
                        new SecretEndpoints(secrets, control).all(),
                        new InspectEndpoints(new SecretResolver(secrets, System::getenv), InstantSource.system()).all(),
                        new AuditEndpoints(audit).all(),
                        new StatusEndpoints(control, dataPath, telemetry, Gateway.VERSION, since, draining).all(),
                        new LiveEndpoints(telemetry, streams).all(),
                        new CallEndpoints(telemetry, streams).all(),
                        new StatsEndpoints(telemetry, InstantSource.system(), openMetrics).all(),
                        new InjectionEndpoints(interventions.faults()).all(),
                        new ForceEndpoints(interventions.forces()).all(),
                        new ExplainEndpoints(control, dataPath).all(),
                        Administrator.all(),
                        new HealthEndpoints(ready).all())
                .flatMap(List::stream)
                .toList();
    }
}
