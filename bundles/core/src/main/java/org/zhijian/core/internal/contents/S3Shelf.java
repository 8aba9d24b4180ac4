package org.zhijian.core.internal.contents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.zhijian.core.internal.contents.ContentStore.Kept;
import org.zhijian.core.internal.settings.S3Settings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Objects {@code ab/cd/<sha256>} of a bucket. A store of this kind shows an object only when it is whole. */
final class S3Shelf implements Shelf {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final S3Client client;
    private final String bucket;

    S3Shelf(S3Settings settings) {
        bucket = settings.bucket();
        client = S3Client.builder()
                .endpointOverride(settings.endpoint())
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ANSWER)
                        .build())
                // What Amazon's newer checksums add, other makes of the store do not understand; the name is a checksum
                // anyway.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(settings.pathStyle())
                        .chunkedEncodingEnabled(false)
                        .build())
                .overrideConfiguration(configuration -> configuration.defaultProfileFile(
                        ProfileFile.aggregator().build()))
                .build();
    }

    @Override
    public void put(Path file, String sha256) throws IOException {
        try {
            client.putObject(request -> request.bucket(bucket).key(key(sha256)), RequestBody.fromFile(file));
        } catch (SdkException failed) {
            throw new IOException("the content " + sha256 + " could not be put into the S3 store", failed);
        }
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        try {
            return client.getObject(request -> request.bucket(bucket).key(key(sha256)));
        } catch (NoSuchKeyException missing) {
            throw new NoSuchFileException(sha256);
        } catch (SdkException failed) {
            throw new IOException("the S3 store did not answer", failed);
        }
    }

    @Override
    public void forEach(Consumer<Kept> visitor) throws IOException {
        try {
            client.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                    .map(object ->
                            new Kept(object.key().substring(object.key().lastIndexOf('/') + 1), object.lastModified()))
                    .filter(kept -> Contents.isName(kept.sha256()))
                    .forEach(visitor);
        } catch (SdkException failed) {
            throw new IOException("the S3 store did not answer", failed);
        }
    }

    @Override
    public void delete(String sha256) throws IOException {
        try {
            client.deleteObject(request -> request.bucket(bucket).key(key(sha256)));
        } catch (SdkException failed) {
            throw new IOException("the S3 store did not answer", failed);
        }
    }

    private static String key(String sha256) {
        return sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256;
    }

    @Override
    public void close() {
        client.close();
    }
}
