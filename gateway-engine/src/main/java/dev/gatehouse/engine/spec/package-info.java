/**
 * What a declaration gives for nothing: from the annotated records of the model this package derives how a document is
 * read ({@link dev.gatehouse.engine.spec.Document}), bound and checked ({@link dev.gatehouse.engine.spec.Binder}),
 * written back ({@link dev.gatehouse.engine.spec.Canonical}), compared ({@link dev.gatehouse.engine.spec.Diff}), patched
 * and described ({@link dev.gatehouse.engine.spec.SchemaWriter}, {@link dev.gatehouse.engine.spec.ReferenceDocs}). A new
 * field is one annotated record component; nothing here needs to hear of it. The kinds of policies and destinations come
 * in from outside as a {@link dev.gatehouse.engine.spec.Catalogue}.
 */
@NullMarked
package dev.gatehouse.engine.spec;

import org.jspecify.annotations.NullMarked;
