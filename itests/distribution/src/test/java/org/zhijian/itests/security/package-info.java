/** Who may do what: generated from the OpenAPI document of a running distribution. */
package org.zhijian.itests.security;
