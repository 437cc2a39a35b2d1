package dev.gatehouse.app.shell;

import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.profile.Environment;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/**
 * What the frame shows of the gateway that the console is connected to. Whoever follows the gateway writes it, on the FX
 * thread; without a connection the name is empty.
 */
public final class ShellModel {
    private final StringProperty gateway = new SimpleStringProperty("");
    private final ObjectProperty<Environment> environment = new SimpleObjectProperty<>(Environment.NONE);
    private final ObjectProperty<Standing> standing = new SimpleObjectProperty<>(new Standing(Status.OFF, ""));
    private final StringProperty draft = new SimpleStringProperty("");
    private final StringProperty traffic = new SimpleStringProperty("");
    private final StringProperty place = new SimpleStringProperty("");
    private final StringProperty dropped = new SimpleStringProperty("");
    private final ObservableMap<Screen, Standing> marks = FXCollections.observableHashMap();
    private final ObjectProperty<@Nullable ConnectionLost> lost = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Concern> concern = new SimpleObjectProperty<>();
    private final ObservableList<Notice> notices = FXCollections.observableArrayList();

    /** The connected gateway's name in the profile chip; empty while there is none. */
    public StringProperty gatewayProperty() {
        return gateway;
    }

    /** What the gateway is for: the band's colour, and a word in the chip. */
    public ObjectProperty<Environment> environmentProperty() {
        return environment;
    }

    /** How the gateway stands, in words: "In sync · rev 42". */
    public ObjectProperty<Standing> standingProperty() {
        return standing;
    }

    /** What is edited and not applied, "Draft · 3"; empty for nothing. */
    public StringProperty draftProperty() {
        return draft;
    }

    /** The status bar's left: the numbers of the last second, "1.24 k/s · 0.4 % errors · p95 38 ms". */
    public StringProperty trafficProperty() {
        return traffic;
    }

    /** The status bar's right: "Embedded · 127.0.0.1:8080 · up 2 h 14 m". */
    public StringProperty placeProperty() {
        return place;
    }

    /** Observations that had to be dropped, in words; empty for none. */
    public StringProperty droppedProperty() {
        return dropped;
    }

    /** The screens with something that asks for attention, and what it is; they are marked in the navigation. */
    public ObservableMap<Screen, Standing> marks() {
        return marks;
    }

    /** What asks for attention most, in the status bar; null for nothing. */
    public ObjectProperty<@Nullable Concern> concernProperty() {
        return concern;
    }

    /** Set while the connection is lost. */
    public ObjectProperty<@Nullable ConnectionLost> lostProperty() {
        return lost;
    }

    /** All notices, the newest last. */
    public ObservableList<Notice> notices() {
        return notices;
    }
}
