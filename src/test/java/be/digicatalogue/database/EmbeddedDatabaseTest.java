package be.digicatalogue.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

class EmbeddedDatabaseTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String INVALID_PASSWORD = "28P01";

    @TempDir
    static Path folders;

    /** Made once and stopped cleanly; a test that needs a folder of its own works on a copy. */
    private static Path made;

    private static EmbeddedDatabase shared;

    @BeforeAll
    static void makeFolder() throws Exception {
        made = folders.resolve("made");
        EmbeddedDatabase.start(made).close();
        shared = EmbeddedDatabase.start(copyOfMade());
    }

    @AfterAll
    static void stopShared() {
        shared.close();
    }

    @Test
    void survivesARestartWithItsData() throws Exception {
        Path folder = copyOfMade();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            execute(database.ownerUrl(), "create table note (text text)", "insert into note values ('kept')");
        }
        assertFalse(Files.exists(folder.resolve("postgresql/postmaster.pid")));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertEquals("kept", value(database.ownerUrl(), "select text from note"));
        }
    }

    @Test
    void comesBackOnThePortItIsGiven() throws Exception {
        Path folder = copyOfMade();
        int port;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            port = database.port();
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, port)) {
            assertEquals(port, database.port());
            assertEquals(Integer.toString(port), value(database.servingUrl(), "show port"));
        }
    }

    @Test
    void saysWhenThePortItIsGivenIsTaken() throws Exception {
        Path folder = copyOfMade();
        String sentence = refusal(folder, shared.port());
        assertTrue(sentence.contains(folder.toRealPath().toString()), sentence);
        assertEquals("postgresql", value(shared.ownerUrl(), "select 'postgresql'"));
    }

    @Test
    void listensOn127001Only() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", shared.port())) {
            assertTrue(socket.isConnected());
        }
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
                .toList();
        for (InetAddress other : others) {
            assertThrows(IOException.class, () -> new Socket(other, shared.port()).close(), other::toString);
        }
        assertEquals("127.0.0.1", value(shared.servingUrl(), "show listen_addresses"));
        assertFalse(Files.exists(Path.of("/tmp/.s.PGSQL." + shared.port())));
    }

    @Test
    void refusesAWrongPassword() {
        for (String role : EmbeddedDatabase.ROLES) {
            for (String password : new String[] {"", "postgres", role}) {
                SQLException refusal = assertThrows(
                        SQLException.class, () -> connect(shared.port(), role, password, EmbeddedDatabase.NAME)
                                .close());
                assertTrue(List.of(INVALID_PASSWORD, "08004").contains(refusal.getSQLState()), refusal.getSQLState());
            }
        }
    }

    @Test
    void knowsPasswordsByScramOnlyAndGivesEveryFolderItsOwn() throws Exception {
        String rules = Files.readString(made.resolve("postgresql/pg_hba.conf")).replaceAll("(?m)^#.*\\n|^\\s*\\n", "");
        assertTrue(rules.lines().allMatch(rule -> rule.endsWith("scram-sha-256")), rules);
        List<String> passwords = Stream.concat(
                        EmbeddedDatabase.ROLES.stream().map(role -> read(made, role)),
                        Stream.of(read(freshFolder(), EmbeddedDatabase.SERVER)))
                .toList();
        assertEquals(4, passwords.stream().distinct().count());
        assertTrue(passwords.stream().allMatch(password -> password.length() == 32));
    }

    @Test
    void nobodyElseReadsTheFolder() throws IOException {
        assumeTrue(made.getFileSystem().supportedFileAttributeViews().contains("posix"));
        assertEquals("rwx------", permissions(made));
        assertEquals("rwx------", permissions(made.resolve("passwords")));
        assertEquals("rw-------", permissions(made.resolve("passwords/catalogue_server")));
        assertEquals("rwx------", permissions(made.resolve("postgresql")));
    }

    @Test
    void aCommitIsOnTheDiskBeforeItIsAnswered() throws Exception {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            assertEquals("on", value(shared.servingUrl(), "show " + setting));
            assertEquals(
                    "command line",
                    value(shared.servingUrl(), "select source from pg_settings where name = '" + setting + "'"));
        }
    }

    @Test
    void isTheSameOnEveryMachine() throws Exception {
        assertEquals("UTF8", value(shared.servingUrl(), "show server_encoding"));
        assertEquals("UTC", value(shared.servingUrl(), "show log_timezone"));
        assertEquals("ÉÉN", value(shared.servingUrl(), "select upper('één')"));
        assertEquals("b C.UTF-8", value(shared.servingUrl(), """
                select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()"""));
    }

    @Test
    void theServingRoleMakesNothingAndBecomesNobody() {
        for (String attempt : new String[] {
            "create table mine (text text)",
            "create temporary table mine (text text)",
            "create schema mine",
            "create extension cube",
            "create database mine",
            "create role mine",
            "set role catalogue_owner",
            "set role postgres",
            "copy (select 1) to program 'true'",
        }) {
            assertEquals(INSUFFICIENT_PRIVILEGE, refusedStatement(shared.servingUrl(), attempt), attempt);
        }
        assertEquals(INSUFFICIENT_PRIVILEGE, refusedStatement(elsewhere(shared.servingUrl(), "postgres"), "select 1"));
        assertEquals(INSUFFICIENT_PRIVILEGE, refusedStatement(elsewhere(shared.servingUrl(), "template1"), "select 1"));
    }

    @Test
    void theOwnerOwnsTheDatabaseAndNoMore() throws Exception {
        execute(shared.ownerUrl(), "create table owned (text text)", "create extension pg_trgm");
        assertEquals(INSUFFICIENT_PRIVILEGE, refusedStatement(shared.servingUrl(), "select * from owned"));
        execute(shared.ownerUrl(), "grant select on owned to catalogue_server");
        execute(shared.servingUrl(), "select * from owned");
        for (String attempt : new String[] {"create role mine", "create database mine", "set role postgres"}) {
            assertEquals(INSUFFICIENT_PRIVILEGE, refusedStatement(shared.ownerUrl(), attempt), attempt);
        }
    }

    @Test
    void aSecondProcessOnTheFolderIsToldSo() throws Exception {
        Path folder = copyOfMade();
        try (ServiceProcess first = ServiceProcess.on(folder)) {
            String sentence = refusal(folder);
            assertTrue(sentence.contains("process " + first.pid() + ")"), sentence);
            assertTrue(sentence.contains(folder.toRealPath().toString()), sentence);
            assertEquals("1", value(first.answer(), "select 1"));
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder);
                ServiceProcess second = ServiceProcess.on(folder)) {
            assertEquals(1, second.exitCode());
            assertTrue(second.answer().contains("in use by another Digi Catalogue"), second.answer());
            assertEquals("1", value(database.servingUrl(), "select 1"));
        }
    }

    @Test
    void whatAKilledProcessCommittedIsThereAfterwards() throws Exception {
        Path folder = copyOfMade();
        ProcessHandle orphan;
        try (ServiceProcess killed = ServiceProcess.on(folder)) {
            execute(killed.answer(), "create table note (text text)", "insert into note values ('committed')");
            orphan = postgresOf(folder);
            killed.kill();
        }
        assertTrue(orphan.isAlive());
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            // Gone but for its entry, which the system's first process removes in its own time.
            assertEquals("", command(orphan));
            assertEquals("committed", value(database.ownerUrl(), "select text from note"));
        }
    }

    @Test
    void startsAlsoWhenPostgresqlItselfWasKilled() throws Exception {
        Path folder = copyOfMade();
        try (ServiceProcess killed = ServiceProcess.on(folder)) {
            execute(killed.answer(), "create table note (text text)", "insert into note values ('committed')");
            postgresOf(folder).destroyForcibly();
            killed.kill();
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertEquals("committed", value(database.ownerUrl(), "select text from note"));
        }
    }

    @Test
    void comesBackByItselfWhenPostgresqlWasKilledUnderIt() throws Exception {
        Path folder = copyOfMade();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            execute(database.ownerUrl(), "create table note (text text)", "insert into note values ('committed')");
            long killed = postgresOf(folder).pid();
            postgresOf(folder).destroyForcibly();
            String found = null;
            for (long end = System.nanoTime() + 30_000_000_000L; found == null && System.nanoTime() < end; ) {
                try {
                    found = value(database.ownerUrl(), "select text from note");
                } catch (SQLException notYet) {
                    Thread.sleep(100);
                }
            }
            assertEquals("committed", found);
            assertNotEquals(killed, postgresOf(folder).pid());
        }
    }

    @Test
    void anEndOfTheProcessEndsPostgresqlCleanly() throws Exception {
        Path folder = copyOfMade();
        ServiceProcess ended = ServiceProcess.on(folder);
        ProcessHandle postgres = postgresOf(folder);
        try (Connection lingering = connect(ended.answer())) {
            ended.close();
            assertFalse(postgres.isAlive());
            assertFalse(lingering.isValid(1), "a client that stays does not hold it up");
        }
        assertFalse(Files.exists(folder.resolve("postgresql/postmaster.pid")));
    }

    @Test
    void aNumberThatNowBelongsToAnotherProgramIsLeftAlone() throws Exception {
        for (long pid :
                new long[] {ProcessHandle.current().pid(), postgresOf(shared).pid(), 999_999_999L}) {
            Path folder = copyOfMade();
            Files.writeString(folder.resolve("postgresql/postmaster.pid"), pid + "\n/elsewhere\n");
            EmbeddedDatabase.start(folder).close();
        }
        Path folder = copyOfMade();
        Files.createFile(folder.resolve("postgresql/postmaster.pid"));
        EmbeddedDatabase.start(folder).close();
        assertEquals("1", value(shared.servingUrl(), "select 1"));
    }

    @Test
    void aFolderOfAnotherPostgresqlIsLeftUntouched() throws Exception {
        Path folder = copyOfMade();
        Files.writeString(folder.resolve("postgresql/PG_VERSION"), "14\n");
        Map<String, String> before = contents(folder.resolve("postgresql"));
        String sentence = refusal(folder);
        assertTrue(
                sentence.matches(
                        "The data folder \\S+ was made by PostgreSQL 14 and this release runs PostgreSQL 17: .+"),
                sentence);
        assertEquals(before, contents(folder.resolve("postgresql")));
    }

    @Test
    void anInterruptedFirstStartDoesNotHinderTheNext() throws Exception {
        Path folder = Files.createDirectory(folders.resolve("interrupted"));
        Path halfMade = Files.createDirectories(folder.resolve("postgresql.new-4711/base"));
        Files.writeString(halfMade.resolveSibling("PG_VERSION"), "17\n");
        Files.createDirectories(folder.resolve("passwords"));
        Files.createFile(folder.resolve("passwords/postgres"));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertEquals("catalogue_server", value(database.servingUrl(), "select current_user"));
        }
        assertFalse(Files.exists(halfMade.getParent()));
    }

    @Test
    void aFolderWithoutItsPasswordsIsNamed() throws Exception {
        Path folder = copyOfMade();
        Path lost = folder.resolve("passwords/catalogue_owner");
        Files.delete(lost);
        String sentence = refusal(folder);
        assertTrue(sentence.contains("passwords/catalogue_owner is gone"), sentence);
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.createFile(folders.resolve("file"));
        for (Path folder : List.of(file, file.resolve("data"), Path.of("/proc/digi-catalogue"))) {
            String sentence = refusal(folder);
            assertTrue(sentence.startsWith("The data folder " + folder + " cannot be used: "), sentence);
        }
    }

    @Test
    void aDamagedFolderIsToldInPostgresqlsOwnWords() throws Exception {
        Path folder = copyOfMade();
        Files.delete(folder.resolve("postgresql/global/pg_control"));
        String sentence = refusal(folder);
        assertTrue(sentence.matches("PostgreSQL could not start on the data folder \\S+: .*pg_control.*\\."), sentence);
        assertFalse(Files.exists(folder.resolve("postgresql/postmaster.pid")));
    }

    private static Path freshFolder() {
        Path folder = folders.resolve("fresh-" + System.nanoTime());
        EmbeddedDatabase.start(folder).close();
        return folder;
    }

    private static Path copyOfMade() throws IOException {
        Path copy = folders.resolve("copy-" + System.nanoTime());
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(made.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copy;
    }

    private static String refusal(Path folder) {
        return refusal(folder, 0);
    }

    private static String refusal(Path folder, int port) {
        String sentence = assertThrows(NoDatabaseException.class, () -> EmbeddedDatabase.start(folder, port)
                        .close())
                .getMessage();
        assertTrue(sentence.matches("[A-Z][^\\n]+[^.]\\."), sentence);
        return sentence;
    }

    private static ProcessHandle postgresOf(EmbeddedDatabase database) throws SQLException {
        DatabaseUrl url = DatabaseUrl.parse(database.ownerUrl());
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Stream::of)
                        .anyMatch(("port=" + url.servers().get(0).port())::equals))
                .findFirst()
                .orElseThrow();
    }

    private static ProcessHandle postgresOf(Path folder) throws IOException {
        String pid =
                Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static String command(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        } catch (IOException e) {
            return process.isAlive() ? process.info().command().orElse("") : "";
        }
    }

    private static String read(Path folder, String role) {
        try {
            return Files.readString(folder.resolve("passwords").resolve(role));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /** Every file with its time of change and size. */
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        }
        return contents;
    }

    private static String elsewhere(String url, String database) {
        return url.replaceFirst("/[^/]+$", "/" + database);
    }

    private static Connection connect(String text) throws SQLException {
        DatabaseUrl url = DatabaseUrl.parse(text);
        return connect(url.servers().get(0).port(), url.user(), url.password().orElseThrow(), url.name());
    }

    private static Connection connect(int port, String user, String password, String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return new Driver().connect("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = connect(url);
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private static String value(String url, String query) throws SQLException {
        try (Connection connection = connect(url);
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            assertTrue(row.next());
            return row.getString(1);
        }
    }

    private static String refusedStatement(String url, String statement) {
        return assertThrows(SQLException.class, () -> execute(url, statement), statement)
                .getSQLState();
    }
}
