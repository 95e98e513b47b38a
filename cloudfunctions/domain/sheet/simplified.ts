/** Traditional characters of headings, each followed by the simplified one. Names of people and firms are never changed. */
const pairs =
  '業业稱称統统會会碼码員员機机號号證证類类權权書书註注冊册電电話话聯联繫系係系負负責责經经辦办營营執执識识別别納纳稅税單单' +
  '戶户構构織织組组體体簽签約约請请編编訂订項项個个學学邀邀對对開开銀银賬账帳账務务標标籤签職职記记錄录動动實实際际認认' +
  '託托條条國国區区縣县鄉乡鎮镇門门東东廠厂產产場场發发單单價价處处備备檔档應应與与還还這这導导師师級级歲岁齡龄訊讯' +
  '誌志網网頁页點点間间時时進进過过達达遞递傳传輸输據据數数釋释臺台總总費费資资貨货購购買买賣卖質质邊边連连選选錢钱'
const simple = new Map<string, string>()
for (let at = 0; at < pairs.length; at += 2) simple.set(pairs.charAt(at), pairs.charAt(at + 1))

/** For comparing headings only. */
export function simplified(text: string): string {
  return text.replace(/\p{Script=Han}/gu, sign => simple.get(sign) ?? sign)
}
