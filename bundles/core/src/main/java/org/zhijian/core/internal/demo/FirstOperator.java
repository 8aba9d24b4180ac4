package org.zhijian.core.internal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.core.internal.identity.Accounts;
import org.zhijian.core.internal.identity.Accounts.NewAccount;
import org.zhijian.core.internal.identity.Passwords;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;

/** The first operator of an empty system: a random password, in a file that only the owner of the process reads. */
final class FirstOperator {
    private static final Logger LOG = LoggerFactory.getLogger(FirstOperator.class);
    private static final String FILE = "admin-first-password.txt";

    /** Without signs that look alike. */
    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 16;

    private final Settings settings;
    private final Time time;
    private final Transactions transactions;

    FirstOperator(Settings settings, Time time, Transactions transactions) {
        this.settings = settings;
        this.time = time;
        this.transactions = transactions;
    }

    void make(String loginName) {
        if (transactions.read(em -> new Accounts(em).exists(Accounts.ANY_PORTAL, loginName))) {
            return;
        }
        String password = random();
        Path file = settings.data().resolve(FILE);
        // First the file: an operator whose password nobody has seen could not be made again.
        write(file, "login " + loginName + "\npassword " + password + "\n");
        if (create(loginName, Passwords.hash(password))) {
            LOG.info("the first password of {} stands in {}; it must be changed at the first sign-in", loginName, file);
        } else {
            delete(file);
        }
    }

    /** False if another node of the same database was faster. */
    private boolean create(String loginName, String hash) {
        return transactions.write(em -> {
            Accounts accounts = new Accounts(em);
            if (accounts.exists(Accounts.ANY_PORTAL, loginName)) {
                return false;
            }
            accounts.create(NewAccount.operator(loginName, hash).changingPasswordFirst(), time.now());
            return true;
        });
    }

    private static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            password.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return password.toString();
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
