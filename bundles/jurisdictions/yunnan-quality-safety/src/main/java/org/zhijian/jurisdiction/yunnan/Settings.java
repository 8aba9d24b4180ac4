package org.zhijian.jurisdiction.yunnan;

/**
 * What an installation may decide otherwise.
 *
 * @param sameContractExemption true if works of the contract under which somebody would serve do not stand in the way (YN-R06 to R08); by the
 *     letter of the manual they do
 */
record Settings(boolean sameContractExemption) {
    static final Settings USUAL = new Settings(false);
}
