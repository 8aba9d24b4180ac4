package org.zhijian.itests.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.zhijian.itests.server.Database;
import org.zhijian.itests.server.Server;

/** A server and browsers for all tests of a class; they are left out where Chromium is not installed. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Stage {
    Server server;
    Browsers browsers;

    @BeforeAll
    final void open() throws Exception {
        assumeTrue(Browsers.installed().isPresent(), "Chromium is not installed");
        server = serve();
        browsers = Browsers.open();
    }

    /** Starts the server. */
    Server serve() throws Exception {
        return Server.demo(Database.DERBY);
    }

    /** A part of each error that the tests provoke on purpose. */
    String[] provoked() {
        return new String[0];
    }

    @AfterAll
    final void close() {
        if (browsers != null) {
            browsers.close();
        }
        if (server != null) {
            server.closeAfterFaults(provoked());
        }
    }
}
