package org.zhijian.itests.attachments;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** An S3 server in this process with one bucket. */
public final class S3 implements AutoCloseable {
    private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final LocalS3 server;

    private S3(LocalS3 server) {
        this.server = server;
    }

    public static S3 start() {
        LocalS3 server = LocalS3.builder().mode(LocalS3Mode.IN_MEMORY).port(-1).build();
        server.start();
        S3 s3 = new S3(server);
        s3.send("PUT", "", new byte[0]);
        return s3;
    }

    /** The address of the bucket. */
    public String address() {
        return "http://127.0.0.1:" + server.getPort() + "/attachments";
    }

    public List<String> keys() {
        String listing = new String(send("GET", "?list-type=2", new byte[0]), StandardCharsets.UTF_8);
        return KEY.matcher(listing).results().map(found -> found.group(1)).toList();
    }

    private byte[] send(String method, String path, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
