package org.zhijian.core.cases;

import java.io.InputStream;

/** The bytes of an attachment; whoever asked for it closes the stream. */
public record Content(AttachmentView attachment, InputStream stream) {}
