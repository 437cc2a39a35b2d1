package dev.gatehouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places(Screen.WELCOME);

    @Test
    void back_returns_to_the_place_before_and_forward_undoes_it() {
        places.open(Screen.GALLERY);
        places.back();
        assertThat(places.currentProperty().get().screen()).isEqualTo(Screen.WELCOME);
        places.forward();
        assertThat(places.currentProperty().get().screen()).isEqualTo(Screen.GALLERY);
    }

    @Test
    void a_new_place_forgets_what_lay_ahead() {
        places.open(Screen.GALLERY);
        places.back();
        places.open(Screen.GALLERY);
        assertThat(places.canGoForwardProperty().get()).isFalse();
        assertThat(places.canGoBackProperty().get()).isTrue();
    }

    @Test
    void at_the_first_place_back_does_nothing() {
        places.back();
        assertThat(places.currentProperty().get().screen()).isEqualTo(Screen.WELCOME);
    }

    @Test
    void back_finds_what_was_chosen_and_looked_for() {
        places.open(Screen.GALLERY);
        places.note("orders", "status>=500");
        places.open(Screen.WELCOME);
        places.back();
        assertThat(places.currentProperty().get()).isEqualTo(new Place(Screen.GALLERY, "orders", "status>=500"));
    }
}
