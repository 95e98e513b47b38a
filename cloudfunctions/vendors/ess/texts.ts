/**
 * The sentences of the vendor that mean something to us, whole and as its own documents show them. It publishes no list
 * of them and no codes for these cases; whatever else it says is kept and shown, never looked into. A word of them in
 * another sentence says something else: 该手机号已认证为其他企业的超级管理员 is about a number.
 */

const verified =
  /^(?:认证失败[，,]\s*错误信息[:：]\s*)?此企业已经完成认证(?:[，,]请联系此企业的超级管理员(?:[（(][^（）()]{1,20}[）)])?加入该企业)?[。.]?$/
const noFlows = /^当前操作人没有认证中的企业认证流[。.]?$/
const ofRow = /^第【(\d{1,2})】条注册信息参数错误/

/** Verified before, by somebody else's doing. Seen in a detail of 查询批量认证任务, after 认证失败，错误信息. */
export const saysVerified = (text: string): boolean => verified.test(text.trim())

/** No unfinished flow of this operator is left. Seen in 清理企业认证流. */
export const saysNoFlows = (text: string): boolean => noFlows.test(text.trim())

/** The place of the row a sentence is about, from 0; null: it says none. Seen in 批量认证. */
export function rowSaid(text: string): number | null {
  const place = ofRow.exec(text.trim())?.[1]
  return place === undefined ? null : Number(place)
}
