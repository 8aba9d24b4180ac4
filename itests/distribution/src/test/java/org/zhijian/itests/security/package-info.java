/** Who may do what, and what happens to those who send nonsense: generated from the OpenAPI document of a running distribution. */
package org.zhijian.itests.security;
