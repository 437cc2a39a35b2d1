/**
 * Draws any object of the configuration from the schema that the connected gateway tells, so that a field which a gateway
 * has is a field which the console has. Two halves: what a field is ({@link dev.gatehouse.app.form.FormSchema} reads it,
 * once a connection) and the parts of one object's form ({@link dev.gatehouse.app.form.FormModel}), which know no toolkit;
 * and the nodes that show them ({@link dev.gatehouse.app.form.FormView}). Parts keep nothing that counts: they read the
 * tree that {@link dev.gatehouse.app.form.ObjectEditing} holds and write into it, so that a form, a YAML editor and an undo
 * cannot disagree.
 */
@NullMarked
package dev.gatehouse.app.form;

import org.jspecify.annotations.NullMarked;
