package org.zhijian.core.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One call that ends within half a minute, however slowly the other side speaks, and that reads so much of the answer and no more. */
public final class HttpCall {
    /** How long a connection may take to come about. */
    public static final Duration CONNECT = Duration.ofSeconds(10);

    private static final int WHOLE_SECONDS = 30;
    private static final int LONGEST_ANSWER = 64 * 1024;

    private HttpCall() {}

    /** What came back. */
    public record Reply(int status, String body) {
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /** @throws IOException if there was no answer, with a Chinese message for operators that names no address */
    public static Reply send(HttpClient client, HttpRequest request) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request, BodyHandlers.ofByteArrayConsumer(part -> keep(body, part)));
        try {
            int status = answer.get(WHOLE_SECONDS, TimeUnit.SECONDS).statusCode();
            return new Reply(status, body.toString(StandardCharsets.UTF_8));
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new IOException("对方未在" + WHOLE_SECONDS + "秒内应答", slow);
        } catch (ExecutionException failed) {
            throw new IOException(reason(failed.getCause()), failed.getCause());
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("系统正在停止", stopping);
        }
    }

    private static void keep(ByteArrayOutputStream body, Optional<byte[]> part) {
        part.ifPresent(bytes -> body.write(bytes, 0, Math.min(bytes.length, LONGEST_ANSWER - body.size())));
    }

    private static String reason(Throwable failure) {
        if (failure instanceof HttpTimeoutException) {
            return "对方未及时应答";
        }
        return "无法连接对方（" + failure.getClass().getSimpleName() + "）";
    }
}
