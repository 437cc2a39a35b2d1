package dev.gatehouse.app.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {
    private static final Profile SHOP =
            new Profile("a1", "Shop", URI.create("http://10.0.0.7:8001"), Environment.PRODUCTION);
    private static final Profile TEST = new Profile("b2", "Test", URI.create("http://10.0.0.8:8001"), Environment.TEST);

    @TempDir
    Path folder;

    @Test
    void a_saved_connection_comes_back_with_its_token() throws IOException {
        new Profiles(new ConsoleFolder(folder)).save(SHOP, "secret");
        Profiles later = new Profiles(new ConsoleFolder(folder));
        assertThat(later.all()).containsExactly(SHOP);
        assertThat(later.token(SHOP)).hasValue("secret");
    }

    @Test
    void the_latest_used_stands_first_and_once() throws IOException {
        Profiles profiles = new Profiles(new ConsoleFolder(folder));
        profiles.save(SHOP, "1");
        profiles.save(TEST, "2");
        profiles.save(SHOP, "3");
        assertThat(profiles.all()).containsExactly(SHOP, TEST);
        assertThat(profiles.token(SHOP)).hasValue("3");
    }

    @Test
    void the_token_stands_in_a_file_of_its_own_that_only_the_owner_reads() throws IOException {
        new Profiles(new ConsoleFolder(folder)).save(SHOP, "secret");
        assertThat(folder.resolve("profiles.json")).content().doesNotContain("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("tokens/a1"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_token_is_encrypted_under_a_key_that_only_the_owner_reads() throws IOException {
        new Profiles(new ConsoleFolder(folder)).save(SHOP, "secret");
        assertThat(folder.resolve("tokens/a1"))
                .content()
                .startsWith("gatehouse-1:")
                .doesNotContain("secret");
        Path key = folder.resolve("tokens/.key");
        assertThat(Files.size(key)).isEqualTo(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_token_of_before_is_encrypted_when_it_is_read() throws IOException {
        Profiles profiles = new Profiles(new ConsoleFolder(folder));
        profiles.save(SHOP, "secret");
        Files.writeString(folder.resolve("tokens/a1"), "older secret\n");
        assertThat(profiles.token(SHOP)).hasValue("older secret");
        assertThat(folder.resolve("tokens/a1")).content().startsWith("gatehouse-1:");
        assertThat(profiles.token(SHOP)).hasValue("older secret");
    }

    @Test
    void a_token_belongs_to_its_profile_and_to_its_key() throws IOException {
        Profiles profiles = new Profiles(new ConsoleFolder(folder));
        profiles.save(SHOP, "secret");
        profiles.save(TEST, "other");
        Files.copy(folder.resolve("tokens/a1"), folder.resolve("tokens/b2"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(profiles.token(TEST)).isEmpty();
        assertThat(profiles.token(SHOP)).hasValue("secret");
        Files.delete(folder.resolve("tokens/.key"));
        assertThat(profiles.token(SHOP)).isEmpty();
    }

    @Test
    void a_connection_keeps_its_certificate_and_one_of_before_has_none() throws IOException {
        Profile pinned = new Profile("c3", "Pinned", URI.create("https://h:1"), Environment.TEST, "AA:BB");
        Profiles profiles = new Profiles(new ConsoleFolder(folder));
        profiles.save(pinned, "t");
        assertThat(profiles.all()).containsExactly(pinned);
        Files.writeString(
                folder.resolve("profiles.json"),
                "[{\"id\":\"a1\",\"name\":\"Shop\",\"address\":\"http://10.0.0.7:8001\",\"environment\":\"PRODUCTION\"}]");
        assertThat(profiles.all()).containsExactly(SHOP);
    }

    @Test
    void a_forgotten_connection_leaves_no_token() throws IOException {
        Profiles profiles = new Profiles(new ConsoleFolder(folder));
        profiles.save(SHOP, "secret");
        profiles.remove(SHOP);
        assertThat(profiles.all()).isEmpty();
        assertThat(folder.resolve("tokens/a1")).doesNotExist();
    }

    @Test
    void settings_that_cannot_be_read_do_not_stop_the_console() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{broken");
        assertThat(new SettingsFile(new ConsoleFolder(folder)).read()).isEqualTo(Settings.DEFAULT);
    }
}
