package org.zhijian.core.internal.settings;

import java.net.URI;
import java.util.Objects;

/**
 * Where an S3-compatible store is.
 *
 * @param endpoint its address, without the bucket
 * @param pathStyle true if the bucket stands in the path, false if in the host's name
 */
public record S3Settings(
        URI endpoint, String bucket, String region, String accessKey, String secretKey, boolean pathStyle) {
    public S3Settings {
        Objects.requireNonNull(endpoint);
        Objects.requireNonNull(region);
        if (bucket.isBlank() || accessKey.isBlank() || secretKey.isBlank()) {
            throw new IllegalArgumentException("the S3 store needs a bucket, an access key and a secret key");
        }
    }

    /** From an address that ends with the bucket: {@code https://host:9000/bucket}. */
    static S3Settings of(String address, String region, String accessKey, String secretKey, boolean pathStyle) {
        URI uri = URI.create(address);
        if (uri.getScheme() == null || uri.getHost() == null || uri.getPath() == null) {
            throw new IllegalArgumentException("no address of an S3 store: " + address);
        }
        String bucket = uri.getPath().replaceAll("^/+|/+$", "");
        URI endpoint = URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
        return new S3Settings(endpoint, bucket, region, accessKey, secretKey, pathStyle);
    }

    /** Without its keys. */
    @Override
    public String toString() {
        return endpoint + "/" + bucket;
    }
}
