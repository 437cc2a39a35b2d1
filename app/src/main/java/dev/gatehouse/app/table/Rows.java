package dev.gatehouse.app.table;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Latest;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The rows of a table: all that there are, and those that are shown after filter and sorting. The work is done beside the
 * UI thread on a copy, and what comes out is published in one change. UI thread; needs no toolkit.
 *
 * @param <R> a row; never changed after it was given
 */
public final class Rows<R> {
    private record Shown<R>(List<R> rows, int total, boolean known) {}

    private final List<Column<R>> columns;
    private final List<String> keys;
    private final Latest<Shown<R>> latest;
    private final ObservableList<R> shown = FXCollections.observableArrayList();
    /** One for all: the wrapper hears of changes only as long as somebody holds it. */
    private final ObservableList<R> readOnly = FXCollections.unmodifiableObservableList(shown);

    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Sorting> sorting = new SimpleObjectProperty<>(Sorting.NONE);
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("0");
    private Indexed<R> all;
    private boolean given;

    /**
     * No rows yet.
     *
     * @param background where rows are sorted and filtered
     * @param ui where they are published
     */
    public Rows(List<Column<R>> columns, Executor background, Executor ui) {
        this.columns = List.copyOf(columns);
        this.keys = this.columns.stream().map(Column::key).toList();
        this.all = new Indexed<>(this.columns, List.of());
        this.latest = new Latest<>(background, ui, this::publish);
        filter.addListener((property, before, now) -> arrange());
        sorting.addListener((property, before, now) -> arrange());
    }

    /** The columns, as declared. */
    public List<Column<R>> columns() {
        return columns;
    }

    /** Replaces all rows. */
    public void set(List<? extends R> rows) {
        all = new Indexed<>(columns, List.copyOf(rows));
        given = true;
        arrange();
    }

    /** Takes all rows away at once, with whatever is under way. */
    public void clear() {
        all = new Indexed<>(columns, List.of());
        given = false;
        latest.forget();
        publish(new Shown<>(List.of(), 0, false));
    }

    /** The rows that are shown, in order; changes once for each publication. */
    public ObservableList<R> shown() {
        return readOnly;
    }

    /** What rows must hold: plain words and {@code column:value}. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** What they are sorted by. */
    public ObjectProperty<Sorting> sortingProperty() {
        return sorting;
    }

    /** How many rows there are before filtering, as of the last publication. */
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** Whether rows were given since all were taken away, and published: else nobody knows yet that there are none. */
    public ReadOnlyBooleanProperty knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** The count in words: {@code 128}, or {@code 12 of 128}. */
    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    private void arrange() {
        Indexed<R> rows = all;
        Sorting order = sorting.get();
        boolean there = given;
        List<Filter.Term> terms = Filter.parse(filter.get(), keys);
        latest.ask(() -> new Shown<>(rows.arrange(terms, order), rows.size(), there));
    }

    private void publish(Shown<R> now) {
        total.set(now.total());
        known.set(now.known());
        shown.setAll(now.rows());
        count.set(
                now.rows().size() == now.total()
                        ? Figures.exact(now.total())
                        : Texts.get("table.count", Figures.exact(now.rows().size()), Figures.exact(now.total())));
    }
}
