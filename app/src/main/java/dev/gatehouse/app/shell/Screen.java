package dev.gatehouse.app.shell;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.screen.ScreenView;
import dev.gatehouse.app.screen.certificates.CertificatesView;
import dev.gatehouse.app.screen.changes.ChangesView;
import dev.gatehouse.app.screen.events.EventsView;
import dev.gatehouse.app.screen.gallery.GalleryView;
import dev.gatehouse.app.screen.gateway.GatewayView;
import dev.gatehouse.app.screen.listeners.ListenersView;
import dev.gatehouse.app.screen.overview.OverviewView;
import dev.gatehouse.app.screen.review.ReviewView;
import dev.gatehouse.app.screen.routes.RoutesView;
import dev.gatehouse.app.screen.traffic.TrafficView;
import dev.gatehouse.app.screen.upstreams.UpstreamsView;
import dev.gatehouse.app.screen.welcome.WelcomeView;
import org.jspecify.annotations.Nullable;

/** Every layout there is: its FXML and the view that it names. The loader takes no others. */
public enum Screen {
    /** What stands around all other screens. */
    FRAME("frame", FrameView.class, "screen.frame", Icon.GATE, null),
    WELCOME("welcome", WelcomeView.class, "screen.welcome", Icon.GATE, null),
    OVERVIEW("overview", OverviewView.class, "screen.overview", Icon.OVERVIEW, Group.WATCH),
    TRAFFIC("traffic", TrafficView.class, "screen.traffic", Icon.TRAFFIC, Group.WATCH),
    EVENTS("events", EventsView.class, "screen.events", Icon.EVENTS, Group.WATCH),
    ROUTES("routes", RoutesView.class, "screen.routes", Icon.ROUTE, Group.DESIGN),
    UPSTREAMS("upstreams", UpstreamsView.class, "screen.upstreams", Icon.UPSTREAM, Group.DESIGN),
    LISTENERS("listeners", ListenersView.class, "screen.listeners", Icon.LISTENER, Group.DESIGN),
    CERTIFICATES("certificates", CertificatesView.class, "screen.certificates", Icon.CERTIFICATE, Group.DESIGN),
    GATEWAY("gateway", GatewayView.class, "screen.gateway", Icon.GATE, Group.CONTROL),
    CHANGES("changes", ChangesView.class, "screen.changes", Icon.CHANGES, Group.CONTROL),
    /** A layer above the others; opened by {@code Ways.review()}, never a place. */
    REVIEW("review", ReviewView.class, "screen.review", Icon.CHANGES, null),
    GALLERY("gallery", GalleryView.class, "screen.gallery", Icon.PALETTE, null);

    private final String fxml;
    private final Class<? extends ScreenView> view;
    private final String title;
    private final Icon icon;
    private final @Nullable Group group;

    Screen(String fxml, Class<? extends ScreenView> view, String title, Icon icon, @Nullable Group group) {
        this.fxml = fxml;
        this.view = view;
        this.title = title;
        this.icon = icon;
        this.group = group;
    }

    /** The name of its FXML, without the ending. */
    public String fxml() {
        return fxml;
    }

    /** Its controller's class. */
    public Class<? extends ScreenView> view() {
        return view;
    }

    /** The key of its title. */
    public String title() {
        return title;
    }

    /** Its icon in the navigation. */
    public Icon icon() {
        return icon;
    }

    /** Where it stands in the navigation; null for a screen that only a command opens. */
    public @Nullable Group group() {
        return group;
    }
}
