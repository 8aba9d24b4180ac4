/** Registers (台账): typed records with declared columns and a status machine. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.zhijian.api.register;
