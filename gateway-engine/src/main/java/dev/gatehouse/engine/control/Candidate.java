package dev.gatehouse.engine.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.snapshot.Snapshot;
import dev.gatehouse.engine.spec.Warning;
import java.util.List;

/** A document that could be served: canonical, compiled. */
record Candidate(ObjectNode document, String hash, Snapshot snapshot, List<Warning> warnings) {}
