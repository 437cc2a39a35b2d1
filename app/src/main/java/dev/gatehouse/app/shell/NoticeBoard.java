package dev.gatehouse.app.shell;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.text.Texts;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Notices at the bottom right: at most three, five seconds each, problems until they are closed. */
final class NoticeBoard {
    private static final int MOST = 3;
    private static final Duration SHOWN = Duration.seconds(5);

    private final VBox pane;

    NoticeBoard(VBox pane, ObservableList<Notice> notices) {
        this.pane = pane;
        notices.addListener((ListChangeListener<Notice>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::show);
            }
        });
    }

    private void show(Notice notice) {
        HBox card = card(notice);
        Button close = new Button(null, new IconView(Icon.CLOSE));
        close.getStyleClass().addAll("flat", "icon-only");
        close.setAccessibleText(Texts.get("notice.close"));
        close.setTooltip(new Tip(Texts.get("notice.close")));
        close.setOnAction(event -> pane.getChildren().remove(card));
        card.getChildren().add(close);
        card.setUserData(notice);
        pane.getChildren().add(card);
        makeRoom();
        if (!notice.stays()) {
            PauseTransition pause = new PauseTransition(SHOWN);
            pause.setOnFinished(event -> pane.getChildren().remove(card));
            pause.play();
        }
    }

    /** The oldest goes that would go by itself; of problems only, the oldest, which the bell keeps. */
    private void makeRoom() {
        while (pane.getChildren().size() > MOST) {
            Node oldest = pane.getChildren().stream()
                    .filter(node -> node.getUserData() instanceof Notice notice && !notice.stays())
                    .findFirst()
                    .orElse(pane.getChildren().getFirst());
            pane.getChildren().remove(oldest);
        }
    }

    /** A notice's mark, words and action, as on the board so in the bell's list. */
    static HBox card(Notice notice) {
        Label words = new Label(notice.words());
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox card = new HBox(new StatusMark(notice.status()), words);
        card.getStyleClass().addAll("layer", "notice");
        Notice.Action action = notice.action();
        if (action != null) {
            Button button = new Button(action.words());
            button.getStyleClass().addAll("flat", "link");
            button.setOnAction(event -> action.run().run());
            card.getChildren().add(button);
        }
        return card;
    }

    /** The list behind the bell, the newest first. */
    static Node list(ObservableList<Notice> notices) {
        Label title = new Label(Texts.get("notices.title"));
        title.getStyleClass().add("t-section");
        VBox list = new VBox(title);
        list.getStyleClass().addAll("pad-5", "gap-4");
        if (notices.isEmpty()) {
            Label none = new Label(Texts.get("notices.none"));
            none.getStyleClass().add("t-help");
            list.getChildren().add(none);
        }
        for (Notice notice : notices.reversed()) {
            HBox card = card(notice);
            card.getStyleClass().remove("layer");
            list.getChildren().add(card);
        }
        return list;
    }
}
