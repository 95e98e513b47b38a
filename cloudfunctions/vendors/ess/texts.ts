/**
 * The two sentences of the vendor that mean something to us. It publishes no list of them and no codes for these cases;
 * everywhere else its sentences are kept and shown, never looked into.
 */

/** 此企业已经完成认证…: verified before, by somebody else's doing. */
export const saysVerified = (text: string): boolean => /已(经)?完成认证|已认证/.test(text)

/** No unfinished flow of this operator is left; not to be mixed up with a lack of rights. */
export const saysNoFlows = (text: string): boolean =>
  text
    .split(missing)
    .slice(1)
    .some(rest => flows.test(rest))

const missing = /(?:没有|不存在|无)(?!法|权|效|操作权)/
const flows = /进行中|认证中|流程|认证流/
