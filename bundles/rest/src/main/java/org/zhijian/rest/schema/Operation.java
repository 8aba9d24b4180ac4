package org.zhijian.rest.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the OpenAPI document says of a resource method beyond what JAX-RS and its types say. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Operation {
    /** What it does, in a Chinese sentence. */
    String value();

    /** The status of success. */
    int status() default 200;

    /** The texts among the parts of a multipart body; a part {@code file}, or one for each slot, brings the content. */
    String[] parts() default {"slot"};

    /** The type of the answer, where the method's own says nothing: it answers with a built response. */
    Class<?> answer() default Void.class;
}
