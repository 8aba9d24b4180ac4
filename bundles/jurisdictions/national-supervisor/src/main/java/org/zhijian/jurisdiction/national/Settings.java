package org.zhijian.jurisdiction.national;

/**
 * What an installation may decide otherwise.
 *
 * @param maxAge age beyond which nobody is registered (NS-R09); 0 for no limit
 * @param withProvince true if the province looks at a registration before the centre does, as it was before 2021-12-23
 */
record Settings(int maxAge, boolean withProvince) {
    static final Settings USUAL = new Settings(65, false);
}
