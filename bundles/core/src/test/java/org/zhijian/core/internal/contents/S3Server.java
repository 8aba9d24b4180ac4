package org.zhijian.core.internal.contents;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An S3 server in this process, in memory, on a free port. */
public final class S3Server implements AutoCloseable {
    private final LocalS3 server;
    private final AtomicInteger buckets = new AtomicInteger();

    private S3Server(LocalS3 server) {
        this.server = server;
    }

    public static S3Server start() {
        LocalS3 server = LocalS3.builder().mode(LocalS3Mode.IN_MEMORY).port(-1).build();
        server.start();
        return new S3Server(server);
    }

    /** Settings for a bucket that is empty. */
    public Map<String, Object> newBucket() {
        String address = "http://127.0.0.1:" + server.getPort() + "/bucket-" + buckets.incrementAndGet();
        HttpRequest create = HttpRequest.newBuilder(URI.create(address))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            int status = HttpClient.newHttpClient()
                    .send(create, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status != 200) {
                throw new IllegalStateException("the bucket was not made: " + status);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return Map.of("s3", address, "s3AccessKey", "local-s3-access-key", "s3SecretKey", "local-s3-secret-key");
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
