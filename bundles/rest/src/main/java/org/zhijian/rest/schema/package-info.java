/** What is installed, as machines read it: forms as JSON Schema 2020-12, all of it as one OpenAPI 3.1 document, and that as a page for people. */
package org.zhijian.rest.schema;
