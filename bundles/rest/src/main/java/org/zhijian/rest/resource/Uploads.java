package org.zhijian.rest.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.ext.multipart.ContentDisposition;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.Upload;
import org.zhijian.rest.http.Clean;
import org.zhijian.rest.http.JsonBody;
import org.zhijian.rest.http.ReadingFaults;

/** Reads the parts {@code slot} and {@code file} of a multipart body; large files wait on disk, not in memory. */
final class Uploads {
    private static final int LONGEST_SLOT = 100;
    private static final int LONGEST_NAME = 255;
    private static final int MOST_FILES = 100;

    private Uploads() {}

    /** Hands the upload to the user and closes its content afterwards. */
    static <T> T use(MultipartBody body, Function<Upload, T> user) {
        Upload upload = read(body);
        try {
            return user.apply(upload);
        } finally {
            close(upload);
        }
    }

    private static Upload read(MultipartBody body) {
        try {
            String slot = text(part(body, "slot"));
            Attachment file = part(body, "file");
            return new Upload(slot, fileName(file), file.getDataHandler().getInputStream());
        } catch (IOException | RuntimeException broken) {
            throw ReadingFaults.refusal(broken);
        }
    }

    /** A part that holds a command as JSON. */
    static <T> T command(MultipartBody body, String name, Class<T> type) {
        try (InputStream content = part(body, name).getDataHandler().getInputStream()) {
            return new JsonBody().read(type, content);
        } catch (IOException | RuntimeException broken) {
            throw ReadingFaults.refusal(broken);
        }
    }

    /** Hands the files of all other parts to the user, each under the name of its part, and closes them afterwards. */
    static <T> T all(MultipartBody body, String except, Function<List<Upload>, T> user) {
        List<Upload> files = new ArrayList<>();
        try {
            for (Attachment part : body.getAllAttachments()) {
                String slot = part.getContentDisposition() == null
                        ? null
                        : part.getContentDisposition().getParameter("name");
                if (slot == null || files.size() > MOST_FILES) {
                    throw Refusal.malformed("multipart 请求的各部分应有名称，且不超过" + MOST_FILES + "个文件");
                }
                if (!slot.equals(except)) {
                    files.add(new Upload(
                            Clean.check(slot),
                            fileName(part),
                            part.getDataHandler().getInputStream()));
                }
            }
            return user.apply(files);
        } catch (IOException broken) {
            throw ReadingFaults.refusal(broken);
        } finally {
            files.forEach(Uploads::close);
        }
    }

    private static void close(Upload upload) {
        try {
            upload.content().close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Attachment part(MultipartBody body, String name) {
        List<Attachment> found = body.getAllAttachments().stream()
                .filter(part -> part.getContentDisposition() != null)
                .filter(part -> name.equals(part.getContentDisposition().getParameter("name")))
                .toList();
        if (found.size() != 1) {
            throw Refusal.malformed("multipart 请求中应有且仅有一个 " + name + " 部分");
        }
        return found.get(0);
    }

    private static String text(Attachment part) throws IOException {
        try (InputStream content = part.getDataHandler().getInputStream()) {
            byte[] bytes = content.readNBytes(LONGEST_SLOT + 1);
            String text = new String(bytes, StandardCharsets.UTF_8).strip();
            if (bytes.length > LONGEST_SLOT) {
                throw Refusal.malformed("slot 过长");
            }
            return Asked.needed("slot", Clean.check(text));
        }
    }

    private static String fileName(Attachment file) {
        ContentDisposition disposition = file.getContentDisposition();
        String name = utf8(Asked.needed("文件名", disposition.getFilename())).strip();
        if (name.length() > LONGEST_NAME) {
            throw Refusal.malformed("文件名过长");
        }
        return Clean.check(name);
    }

    /** Names come as the bytes of UTF-8 (RFC 7578), which CXF reads as Latin letters; a name that was not misread stays as it is. */
    private static String utf8(String name) {
        boolean isLatin = name.chars().allMatch(letter -> letter <= 0xFF);
        if (!isLatin) {
            return name;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException reallyLatin) {
            return name;
        }
    }
}
