/**
 * The JSON of the contract as records: what is sent is named {@code ...Command}, what comes back by its noun. A component may be null or missing
 * only where {@link org.zhijian.rest.shape.Maybe} says so. The OpenAPI document is drawn from these records.
 */
package org.zhijian.rest.shape;
