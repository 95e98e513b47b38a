/** What people and programs write where they have nothing to say. Written as `bare` leaves it. */
const nothing = new Set(
  [
    '无,無,没有,沒有,暂无,暫無,暂缺,缺,空,空白,未知,不详,不詳,不明,未填,未填写,待定,待补,待补充,待填,待完善,同上,略,匿名,某某',
    'NULL,NIL,NONE,NA,NAN,NOTAVAILABLE,NOTAPPLICABLE,UNDEFINED,UNKNOWN,TBD,TBC,TODO,EMPTY,BLANK,NULLPTR,VOID,TRUE,FALSE',
  ].flatMap(line => line.split(',')),
)

/** What columns are called: a heading that slipped down among the values. */
const headings = new Set(
  [
    '姓名,名字,名称,真实姓名,本人姓名,客户姓名,员工姓名,法定代表人,法定代表人姓名,法人,法人姓名,法人代表,法人代表姓名,负责人,负责人姓名,经营者',
    '经办人,经办人姓名,联系人,联系人姓名,管理员,管理员姓名,超级管理员,超级管理员姓名,企业管理员,企业名称,企业全称,公司名称,公司全称,单位名称',
    '机构名称,组织名称,组织机构名称,商户名称,手机,手机号,手机号码,电话,电话号码,联系电话,联系方式,身份证,身份证号,身份证号码,证件号,证件号码',
    '证件类型,统一社会信用代码,社会信用代码,信用代码,税号,注册地址,地址,授权方式,业务编号,案号,备注,序号,编号,合计,小计,总计',
    'NAME,FULLNAME,REALNAME,ORGANIZATIONNAME,COMPANYNAME,ADMINISTRATORNAME,LEGALREPRESENTATIVE,MOBILE,IDNUMBER',
  ].flatMap(line => line.split(',')),
)

const bare = (text: string) => text.toUpperCase().replace(/[\s!-/:-@[-`{-~\u3001-\u3003\u2010-\u2015]/g, '')

/** Of a plain text: says nothing. `#REF!` and its like are what spreadsheets show for a formula that fails. */
export function isPlaceholder(plain: string): boolean {
  const said = bare(plain)
  return said === '' || nothing.has(said) || /^#[A-Z\d/_]+[!?]?$/i.test(plain)
}

export const isHeading = (plain: string): boolean => headings.has(bare(plain).replace(/必填|选填/, ''))
