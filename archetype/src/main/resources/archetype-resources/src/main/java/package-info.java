/** ${title}: what its authority has people apply for. */
package ${package};
