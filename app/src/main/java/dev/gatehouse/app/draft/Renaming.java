package dev.gatehouse.app.draft;

/** An object that got another name. */
record Renaming(ObjectKey from, ObjectKey to) {}
