package org.zhijian.core.internal.settings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** The configuration of this installation, from {@code etc/org.zhijian.cfg} and the environment. Immutable. */
@Component(
        service = Settings.class,
        configurationPid = "org.zhijian",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Settings {

    /** The keys of the configuration. */
    public @interface Keys {
        String data() default "data";

        String dbUrl() default "";

        String dbUser() default "";

        String dbPassword() default "";

        boolean demo() default false;

        String today() default "";

        String bootModules() default "";

        String modules() default "deploy";

        int dbConnections() default 16;

        String publicAddress() default "";

        /** Address of an S3-compatible store with the bucket at its end; blank for files in the data folder. */
        String s3() default "";

        String s3Region() default "us-east-1";

        String s3AccessKey() default "";

        String s3SecretKey() default "";

        boolean s3PathStyle() default true;

        /** {@code host:port} of ClamAV's daemon; blank for none. */
        String clamd() default "";

        int sealMinutes() default 5;

        int outboxDays() default 90;

        String usbKeyAuthorities() default "";

        String usbKeyRevocations() default "";
    }

    private final Keys keys;

    @Activate
    public Settings(Keys keys) {
        this.keys = keys;
        if (!keys.today().isBlank() && !keys.demo()) {
            throw new IllegalArgumentException("the clock can be set in a demonstration only");
        }
    }

    /** The folder that holds everything this installation keeps. */
    public Path data() {
        return Path.of(keys.data()).toAbsolutePath().normalize();
    }

    /** JDBC address of the database; Derby inside the data folder by default. */
    public String dbUrl() {
        return keys.dbUrl().isBlank() ? "jdbc:derby:" + data().resolve("derby") + ";create=true" : keys.dbUrl();
    }

    public String dbUser() {
        return keys.dbUser();
    }

    public String dbPassword() {
        return keys.dbPassword();
    }

    public int dbConnections() {
        return keys.dbConnections();
    }

    /** The address under which people reach the portal, without a slash at its end, such as {@code https://zj.example.cn}. */
    public String publicAddress() {
        return keys.publicAddress().replaceAll("/+$", "");
    }

    /** Minutes between two checkpoints of the audit, at least 1. */
    public int sealMinutes() {
        return Math.max(1, keys.sealMinutes());
    }

    /** Days for which messages that were sent stay in the outbox, at least 1. */
    public int outboxDays() {
        return Math.max(1, keys.outboxDays());
    }

    /** File with the certificates (PEM) of the authorities whose locks are trusted; blank for none. */
    public String usbKeyAuthorities() {
        return keys.usbKeyAuthorities();
    }

    /** File with the revocation lists of these authorities, which then must be valid; blank if revocations are not looked at. */
    public String usbKeyRevocations() {
        return keys.usbKeyRevocations();
    }

    public boolean demonstration() {
        return keys.demo();
    }

    /** The day on which the demonstration's clock stands. */
    public Optional<LocalDate> today() {
        return keys.today().isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(keys.today()));
    }

    /** The modules without which the system is not ready. */
    public List<String> bootModules() {
        return Arrays.stream(keys.bootModules().split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** The folder into which jars of modules are dropped. */
    public Path modules() {
        return Path.of(keys.modules()).toAbsolutePath().normalize();
    }

    /** Where contents lie if not in the data folder. */
    public Optional<S3Settings> s3() {
        return keys.s3().isBlank()
                ? Optional.empty()
                : Optional.of(S3Settings.of(
                        keys.s3(), keys.s3Region(), keys.s3AccessKey(), keys.s3SecretKey(), keys.s3PathStyle()));
    }

    /** {@code host:port} of ClamAV's daemon, which looks into every upload; empty if there is none. */
    public Optional<String> clamd() {
        return Optional.of(keys.clamd()).map(String::strip).filter(address -> !address.isEmpty());
    }
}
