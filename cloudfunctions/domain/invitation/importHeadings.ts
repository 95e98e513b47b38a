import * as batch from '../batch/headings'
import { combined, createHeadings, type Language } from '../sheet/headings'
import { idNumberWords, mobileWords, nameWords, people } from '../sheet/words'
import type { Subject } from '../words'
import { inviteeFields } from './fields'

/** What a spreadsheet of invitees may say. */
export type PersonColumn = (typeof inviteeFields.person)[number] | 'bizId'
export type OrganizationColumn = (typeof inviteeFields.organization)[number] | 'bizId'
export type InviteeColumn = PersonColumn | OrganizationColumn

const personTexts: Record<Language, Record<PersonColumn, string>> = {
  zh: { name: '姓名', mobile: '手机号', idNumber: '身份证号', bizId: '业务编号' },
  en: { name: 'Name', mobile: 'Mobile', idNumber: 'Resident ID number', bizId: 'Business number' },
}
const organizationTexts: Record<Language, Record<OrganizationColumn, string>> = {
  zh: {
    name: '企业名称',
    registerNumber: '统一社会信用代码',
    legalPerson: '法定代表人',
    applicantName: '经办人姓名',
    applicantMobile: '经办人手机号',
    bizId: '业务编号',
  },
  en: {
    name: 'Organization name',
    registerNumber: 'Unified social credit code',
    legalPerson: 'Legal representative',
    applicantName: 'Applicant name',
    applicantMobile: 'Applicant mobile',
    bizId: 'Business number',
  },
}

/** Written as `keyOf` leaves them. A bare 「编号」 counts lines more often than it names a matter. */
const bizIdAliases = [
  '业务号,业务号码,业务单号,业务流水号,业务标识,业务代码,外部编号,外部单号,流水号,单号,申请编号,申请单号,申请号',
  '订单编号,订单号,合同编号,合同号,项目编号,案件编号,案号,客户编号,客户号,会员编号,会员号,员工编号,员工号,工号,商户编号,商户号',
  'bizid,bizno,bizcode,biznumber,businessid,businessno,businesscode,externalid,externalno,externalnumber,reference',
  'referenceno,referencenumber,ref,refno,orderid,orderno,ordernumber,contractid,contractno,contractnumber,caseid,caseno,casenumber',
  'customerid,customerno,customernumber,memberid,employeeid,employeeno,employeenumber,staffid,merchantid,applicationid',
]

const personAliases: Record<PersonColumn, readonly string[]> = {
  name: [
    combined(people, nameWords),
    '全名,完整姓名,中文姓名,中文名,姓名全称',
    '名字,真实姓名,本人姓名,个人姓名,人员姓名,人员,用户姓名,客户姓名,客户名称,会员姓名,员工姓名,员工,学员姓名,学生姓名,成员姓名',
    '被邀请人,被邀请人姓名,受邀人,受邀人姓名,邀请对象,认证人,认证人姓名,签署人,签署人姓名,签约人,签约人姓名,申请人,申请人姓名',
    '联系人,联系人姓名,经办人,经办人姓名,持证人,持证人姓名,身份证姓名,证件姓名',
    'fullname,realname,personname,personalname,inviteename,invitee,customername,customer,membername,employeename,employee',
    'staffname,signername,signer,applicantname,applicant,contact,contactname,contactperson,chinesename',
  ],
  mobile: [
    combined(`,${people}`, mobileWords),
    '手机,手机号码,手机电话,移动电话,电话,电话号码,联系电话,联系手机,联系手机号,联系方式,本人手机,本人手机号,个人手机号',
    '用户手机号,客户手机号,客户手机,客户电话,会员手机号,员工手机号,员工手机,员工电话,学员手机号,学生手机号,被邀请人手机号,被邀请人手机',
    '受邀人手机号,受邀人手机,认证人手机号,签署人手机号,签署人手机,签约人手机号,申请人手机号,联系人手机号,联系人手机,联系人电话,经办人手机号',
    'mobilenumber,mobileno,mobilephone,mobilephonenumber,phone,phonenumber,phoneno,telephone,tel,cellphone,cell,cellphonenumber',
    'contactmobile,contactphone,inviteemobile,inviteephone,customermobile,customerphone,employeemobile,employeephone,signermobile',
  ],
  idNumber: [
    combined(`,${people}`, idNumberWords),
    '身份证,身份证号码,身份证件号,身份证件号码,身份证编号,居民身份证,居民身份证号,居民身份证号码,公民身份号码,公民身份证号,身份号码',
    '证件号,证件号码,证件编号,本人身份证号,个人身份证号,用户身份证号,客户身份证号,客户证件号,会员身份证号,员工身份证号,员工证件号',
    '学员身份证号,学生身份证号,被邀请人身份证号,受邀人身份证号,认证人身份证号,签署人身份证号,签署人证件号,签约人身份证号,申请人身份证号',
    '联系人身份证号,经办人身份证号',
    'idnumber,idno,idcard,idcardnumber,idcardno,identitycard,identitycardnumber,identitynumber,residentid,residentidcard',
    'residentidcardnumber,citizenid,nationalid,nationalidnumber,inviteeidnumber,employeeidnumber,signeridnumber',
  ],
  bizId: bizIdAliases,
}

/** An operator who already has a spreadsheet for batches takes it as it is. */
const ofBatch = (column: keyof typeof batch.headingAliases) => [
  batch.headingTexts.zh[column],
  batch.headingTexts.en[column],
  ...batch.headingAliases[column],
]
const organizationAliases: Record<OrganizationColumn, readonly string[]> = {
  name: ofBatch('name'),
  registerNumber: [
    ...ofBatch('creditCode'),
    '注册号,工商注册号,registernumber,registrationnumber,registrationno',
  ],
  legalPerson: ofBatch('legalName'),
  applicantName: [...ofBatch('adminName'), '申请人,申请人姓名,办理人,办理人姓名,applicant'],
  applicantMobile: [
    ...ofBatch('adminMobile'),
    '申请人手机号,申请人手机,申请人电话,办理人手机号,办理人手机,办理人电话,applicantphone,applicantmobilenumber',
  ],
  bizId: bizIdAliases,
}

/** A list of nothing but names, or of nothing but mobiles, is a spreadsheet too. */
const fewestColumns = 1

export const inviteeHeadings = {
  person: createHeadings<PersonColumn>({
    columns: [...inviteeFields.person, 'bizId'],
    texts: personTexts,
    aliases: personAliases,
    fewestColumns,
  }),
  organization: createHeadings<OrganizationColumn>({
    columns: [...inviteeFields.organization, 'bizId'],
    texts: organizationTexts,
    aliases: organizationAliases,
    fewestColumns,
  }),
} as const satisfies Record<Subject, unknown>
