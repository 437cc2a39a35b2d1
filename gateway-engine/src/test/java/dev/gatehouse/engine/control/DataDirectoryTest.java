package dev.gatehouse.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.engine.store.Store;
import dev.gatehouse.engine.store.StoreFailed;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path folder;

    @Test
    void a_second_gateway_is_told_who_has_the_directory() throws Exception {
        try (DataDirectory directory = DataDirectory.open(folder)) {
            directory.announce(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 8001));
            assertThatThrownBy(() -> DataDirectory.open(folder)).isInstanceOfSatisfying(DirectoryFailed.class, e -> {
                assertThat(e.why())
                        .contains("in use by process " + ProcessHandle.current().pid(), "http://127.0.0.1:8001");
                assertThat(e.wayOut()).contains("--data");
            });
        }
        DataDirectory.open(folder).close();
    }

    @Test
    void a_refused_second_gateway_of_the_process_does_not_lose_the_lock_for_the_first() throws Exception {
        try (DataDirectory directory = DataDirectory.open(folder)) {
            assertThatThrownBy(() -> DataDirectory.open(folder)).isInstanceOf(DirectoryFailed.class);
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Other.class.getName(),
                            directory.path().toString())
                    .inheritIO()
                    .start();
            assertThat(other.waitFor()).isEqualTo(3);
        }
    }

    /** Another process that wants the directory. */
    static final class Other {
        private Other() {}

        public static void main(String[] args) {
            try {
                DataDirectory.open(Path.of(args[0])).close();
            } catch (DirectoryFailed e) {
                System.exit(3);
            }
        }
    }

    @Test
    void a_path_below_a_file_is_refused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
                .isInstanceOfSatisfying(
                        DirectoryFailed.class, e -> assertThat(e.why()).contains("cannot be used"));
        assertThatThrownBy(() -> DataDirectory.open(file)).isInstanceOf(DirectoryFailed.class);
    }

    @Test
    void the_token_is_kept_and_is_its_owners_alone() throws Exception {
        String token;
        try (DataDirectory directory = DataDirectory.open(folder.resolve("data"))) {
            token = AdminToken.in(directory);
        }
        try (DataDirectory directory = DataDirectory.open(folder.resolve("data"))) {
            assertThat(AdminToken.in(directory)).isEqualTo(token).hasSizeGreaterThan(40);
        }
        Path file = folder.resolve("data/admin.token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
                .isEqualTo("rwx------");
    }

    @Test
    void secrets_are_sealed_at_rest_and_bound_to_their_name() throws Exception {
        try (DataDirectory directory = DataDirectory.open(folder);
                Store store = Store.open(folder)) {
            Secrets secrets = new Secrets(store, MasterKey.in(directory), InstantSource.system());
            secrets.put("db", "correct horse battery staple", "admin");
            secrets.put("db", "another horse battery staple", "admin");
            assertThat(secrets.value("db")).contains("another horse battery staple");
            assertThat(secrets.all()).extracting(Secrets.Known::name).containsExactly("db");
            assertThat(new Audit(store).below(null, 10))
                    .extracting(Audit.Entry::action)
                    .containsExactly("secret.put", "secret.put");
            Secrets elsewhere = new Secrets(store, new MasterKey(new byte[32]), InstantSource.system());
            assertThat(elsewhere.value("db")).isEmpty();
            assertThat(secrets.remove("db", "admin")).isTrue();
            assertThat(secrets.remove("db", "admin")).isFalse();
        }
        byte[] file = Files.readAllBytes(folder.resolve("gatehouse.mv.db"));
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("horse battery");
    }

    @Test
    void a_damaged_store_is_reported_and_left_alone() throws Exception {
        Path file = folder.resolve("gatehouse.mv.db");
        Store.open(folder).close();
        byte[] damaged = Files.readAllBytes(file);
        Arrays.fill(damaged, 0, damaged.length, (byte) 'x');
        for (byte[] bytes : new byte[][] {damaged, new byte[0]}) {
            Files.write(file, bytes);
            assertThatThrownBy(() -> Store.open(folder)).isInstanceOfSatisfying(StoreFailed.class, e -> {
                assertThat(e.why()).contains("gatehouse.mv.db");
                assertThat(e.wayOut()).contains("move gatehouse.mv.db away");
            });
            assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        }
    }
}
