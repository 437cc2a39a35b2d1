package dev.gatehouse.engine.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.snapshot.Snapshot;

/** A revision as it is served: its canonical document and the snapshot made of it. */
record Served(Revision revision, ObjectNode document, Snapshot snapshot) {}
