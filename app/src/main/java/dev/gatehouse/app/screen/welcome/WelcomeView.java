package dev.gatehouse.app.screen.welcome;

import atlantafx.base.controls.Message;
import atlantafx.base.controls.PasswordTextField;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.profile.Profile;
import dev.gatehouse.app.screen.ScreenView;
import dev.gatehouse.app.text.Texts;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The first screen's controller. */
public final class WelcomeView implements ScreenView {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final WelcomeViewModel model;

    @FXML
    private ToggleGroup choices;

    @FXML
    private ToggleButton demo;

    @FXML
    private ToggleButton embedded;

    @FXML
    private ToggleButton connect;

    @FXML
    private VBox savedBox;

    @FXML
    private VBox saved;

    @FXML
    private VBox demoDetail;

    @FXML
    private VBox embeddedDetail;

    @FXML
    private VBox connectDetail;

    @FXML
    private TextField address;

    @FXML
    private Label addressHelp;

    @FXML
    private Label addressProblem;

    @FXML
    private PasswordTextField token;

    @FXML
    private TextField name;

    @FXML
    private ComboBox<Environment> environment;

    @FXML
    private CheckBox remember;

    @FXML
    private VBox stepsBox;

    @FXML
    private VBox steps;

    @FXML
    private Message failure;

    @FXML
    private HBox underWay;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label underWayWords;

    @FXML
    private VBox certificateBox;

    @FXML
    private StatusMark certificateMark;

    @FXML
    private Label certificateTitle;

    @FXML
    private Label certificateWords;

    @FXML
    private Label certificateAbout;

    @FXML
    private VBox pinnedBox;

    @FXML
    private Label pinned;

    @FXML
    private Label fingerprint;

    @FXML
    private Button accept;

    @FXML
    private Button forget;

    @FXML
    private Button cancel;

    @FXML
    private Button open;

    @FXML
    private Button test;

    /** A view of a view-model. */
    public WelcomeView(WelcomeViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        bindChoices();
        bindForm();
        bindCertificate();
        bindProgress();
        model.saved().addListener((ListChangeListener<Profile>) change -> fillSaved());
        fillSaved();
        open.sceneProperty().subscribe(this::shown);
    }

    /** Puts the focus where one begins; the first time, the screen has yet to come into a scene. */
    @Override
    public void shown() {
        model.look();
        if (open.getScene() != null) {
            open.requestFocus();
        }
    }

    private void bindChoices() {
        Map<Choice, ToggleButton> buttons =
                Map.of(Choice.DEMO, demo, Choice.EMBEDDED, embedded, Choice.CONNECT, connect);
        buttons.forEach((choice, button) -> {
            button.setOnAction(event -> {
                button.setSelected(true);
                model.choiceProperty().set(choice);
            });
            button.disableProperty().bind(model.busyProperty());
            show(detail(choice), model.choiceProperty().map(chosen -> chosen == choice));
        });
        model.choiceProperty().subscribe(chosen -> {
            choices.selectToggle(buttons.get(chosen));
            open.setText(
                    switch (chosen) {
                        case DEMO -> Texts.get("welcome.demo.open");
                        case EMBEDDED -> Texts.get("welcome.embedded.open");
                        case CONNECT -> Texts.get("welcome.connect.open");
                    });
        });
        show(test, model.choiceProperty().map(chosen -> chosen == Choice.CONNECT));
    }

    private Node detail(Choice choice) {
        return switch (choice) {
            case DEMO -> demoDetail;
            case EMBEDDED -> embeddedDetail;
            case CONNECT -> connectDetail;
        };
    }

    private void bindForm() {
        address.textProperty().bindBidirectional(model.addressProperty());
        name.textProperty().bindBidirectional(model.nameProperty());
        // A password field's text is masked; the property beside it holds what was typed, and setting the text unmasks.
        token.passwordProperty()
                .addListener((property, before, now) -> model.tokenProperty().set(now));
        model.tokenProperty().subscribe(now -> {
            if (!now.equals(token.getPassword())) {
                token.setText(now);
            }
        });
        remember.selectedProperty().bindBidirectional(model.rememberProperty());
        environment.getItems().setAll(Environment.values());
        environment.setConverter(new Words());
        environment.valueProperty().bindBidirectional(model.environmentProperty());
        ObservableValue<Boolean> problem = model.addressProblemProperty().map(words -> !words.isEmpty());
        addressProblem.textProperty().bind(model.addressProblemProperty());
        show(addressProblem, problem);
        show(addressHelp, problem.map(is -> !is));
        problem.subscribe(is -> address.pseudoClassStateChanged(DANGER, is));
        show(stepsBox, Bindings.isNotEmpty(model.steps()));
        model.steps().addListener((ListChangeListener<Step>) change -> steps.getChildren()
                .setAll(model.steps().stream().map(StepRow::new).toList()));
    }

    private void bindCertificate() {
        show(certificateBox, model.certificateProperty().map(shown -> true).orElse(false));
        model.certificateProperty().subscribe(shown -> {
            if (shown == null) {
                return;
            }
            String before = shown.pinned();
            boolean other = before != null;
            certificateMark.statusProperty().set(other ? Status.BAD : Status.ATTENTION);
            certificateTitle.setText(Texts.get(other ? "certificate.other" : "certificate.new"));
            certificateWords.setText(Texts.get(other ? "certificate.other.words" : "certificate.new.words"));
            certificateAbout.setText(shown.about());
            fingerprint.setText(shown.fingerprint());
            pinned.setText(before == null ? "" : before);
            pinnedBox.setVisible(other);
            pinnedBox.setManaged(other);
            accept.setVisible(!other);
            accept.setManaged(!other);
            forget.setVisible(other);
            forget.setManaged(other);
        });
        accept.setOnAction(event -> model.accept());
        forget.setOnAction(event -> model.forgetCertificate());
    }

    private void bindProgress() {
        progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        show(underWay, model.openingProperty().map(state -> state instanceof Opening.UnderWay));
        show(failure, model.openingProperty().map(state -> state instanceof Opening.Failed));
        model.openingProperty().subscribe(state -> {
            if (state instanceof Opening.UnderWay now) {
                underWayWords.setText(now.words());
            } else if (state instanceof Opening.Failed failed) {
                failure.setTitle(failed.words());
                failure.setDescription(failed.wayOut());
            }
        });
        open.disableProperty().bind(model.busyProperty());
        open.setOnAction(event -> model.open());
        cancel.setOnAction(event -> model.cancel());
        test.disableProperty().bind(model.busyProperty());
        test.setOnAction(event -> model.test());
    }

    private void fillSaved() {
        saved.getChildren()
                .setAll(model.saved().stream()
                        .map(profile -> new SavedRow(profile, model))
                        .toList());
        boolean any = !model.saved().isEmpty();
        savedBox.setVisible(any);
        savedBox.setManaged(any);
    }

    private static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private static final class Words extends StringConverter<Environment> {
        @Override
        public String toString(Environment environment) {
            return environment == null
                    ? ""
                    : switch (environment) {
                        case NONE -> Texts.get("environment.none");
                        case DEVELOPMENT -> Texts.get("environment.development");
                        case TEST -> Texts.get("environment.test");
                        case PRODUCTION -> Texts.get("environment.production");
                    };
        }

        @Override
        public Environment fromString(String words) {
            throw new UnsupportedOperationException("The list is not typed into");
        }
    }
}
