package org.zhijian.rest.http;

import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The way to the client: what fails on it is the client's going, told by an {@link EOFException}, and no fault of what is sent. */
public final class ToClient extends FilterOutputStream {
    public ToClient(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int octet) throws IOException {
        try {
            out.write(octet);
        } catch (IOException broken) {
            throw gone(broken);
        }
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        try {
            out.write(octets, offset, length);
        } catch (IOException broken) {
            throw gone(broken);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException broken) {
            throw gone(broken);
        }
    }

    private static EOFException gone(IOException broken) {
        EOFException gone = new EOFException("the client has gone");
        gone.initCause(broken);
        return gone;
    }
}
