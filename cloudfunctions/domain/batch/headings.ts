import { combined, createHeadings, finder, type Language, split } from '../sheet/headings'
import {
  administrators,
  creditCodes,
  idNumberWords,
  idTypeWords,
  legalNames,
  mobileWords,
  nameWords,
  organizationNames,
  registeredAddresses,
} from '../sheet/words'
import {
  type AdminIdType,
  type Authorization,
  adminIdTypes,
  authorizations,
  type Column,
  columns,
} from './row'

export type { Language } from '../sheet/headings'

/** What the columns are called in templates and exports. */
export const headingTexts: Readonly<Record<Language, Readonly<Record<Column, string>>>> = {
  zh: {
    name: '企业名称',
    creditCode: '统一社会信用代码',
    legalName: '法定代表人',
    address: '注册地址',
    adminName: '管理员姓名',
    adminMobile: '管理员手机号',
    adminIdType: '管理员证件类型',
    adminIdNumber: '管理员证件号',
    authorization: '授权方式',
  },
  en: {
    name: 'Organization name',
    creditCode: 'Unified social credit code',
    legalName: 'Legal representative',
    address: 'Registered address',
    adminName: 'Administrator name',
    adminMobile: 'Administrator mobile',
    adminIdType: 'Administrator ID type',
    adminIdNumber: 'Administrator ID number',
    authorization: 'Authorization',
  },
}

interface ValueTexts {
  adminIdType: Readonly<Record<AdminIdType, string>>
  authorization: Readonly<Record<Authorization, string>>
}

/** What the values of the two columns with a choice are called. */
export const valueTexts: Readonly<Record<Language, ValueTexts>> = {
  zh: {
    adminIdType: {
      residentId: '居民身份证',
      hkMacauPermit: '港澳居民来往内地通行证',
      hkMacauTaiwanResidence: '港澳台居民居住证',
    },
    authorization: {
      legalPerson: '法人授权',
      letter: '授权书',
      letterAndTransfer: '授权书+对公打款',
    },
  },
  en: {
    adminIdType: {
      residentId: 'Resident ID card',
      hkMacauPermit: 'Hong Kong and Macau travel permit',
      hkMacauTaiwanResidence: 'Hong Kong, Macau and Taiwan residence permit',
    },
    authorization: {
      legalPerson: 'Legal representative',
      letter: 'Letter',
      letterAndTransfer: 'Letter and bank transfer',
    },
  },
}

/** What else people call them. Written as `keyOf` leaves them. */
export const headingAliases: Readonly<Record<Column, readonly string[]>> = {
  name: [
    ...organizationNames,
    '企业全称,公司名称,公司全称,单位名称,单位全称,商户名称,商户全称,机构名称,组织名称,组织机构名称,客户名称,主体名称',
    '企业,公司,企业名,公司名,营业执照名称,organisationname,orgname,organization,organisation,companyname,company',
    'enterprisename,enterprise,businessname,merchantname,entityname',
  ],
  creditCode: [
    ...creditCodes,
    '信用代码,社会信用代码,统一信用代码,统一社会信用码,社会统一信用代码,统一代码,营业执照号,营业执照号码,营业执照编号',
    '税号,纳税人识别号,企业税号,uscc,usci,creditcode,socialcreditcode,unifiedsocialcreditidentifier',
    'unifiedcreditcode,unifiedcode,taxnumber,taxid',
  ],
  legalName: [
    ...legalNames,
    '法定代表人姓名,法人,法人姓名,法人名称,法人代表,法人代表姓名,企业法人,企业法人姓名,法代,法代姓名,法定代表人名称,负责人,经营者',
    'legalname,legalperson,legalpersonname,legalrepresentativename,legalrep,legalrepname,representative',
  ],
  address: [
    ...registeredAddresses,
    '地址,企业地址,公司地址,单位地址,企业注册地址,公司注册地址,营业执照地址,营业执照住所,住所,经营场所,经营地址',
    'address,companyaddress,organizationaddress,organisationaddress,businessaddress',
  ],
  adminName: [
    combined(administrators, `,${nameWords}`),
    '管理员,超级管理员,超级管理员姓名,超管,超管姓名,企业管理员,企业管理员姓名,经办人,经办人姓名,联系人,联系人姓名',
    'adminname,admin,administrator,administratorsname,contact,contactname,contactperson,operator,operatorname',
  ],
  adminMobile: [
    combined(`,${administrators}`, mobileWords),
    '管理员手机,管理员电话,管理员手机号码,管理员联系方式,管理员联系电话,超级管理员手机号,超级管理员手机,超管手机号,超管手机',
    '企业管理员手机号,经办人手机号,经办人手机,经办人手机号码,经办人电话,经办人联系电话,联系人手机号,联系人手机,联系人手机号码',
    '联系人电话,联系人联系方式,联系电话,联系手机,联系方式,手机,手机号,手机号码,电话,电话号码',
    'adminmobile,adminphone,administratorphone,administratormobilenumber,adminmobilenumber,adminphonenumber',
    'contactmobile,contactphone,mobile,mobilenumber,mobilephone,phone,phonenumber,telephone,cellphone',
  ],
  adminIdType: [
    combined(`,${administrators}`, idTypeWords),
    '证件类型,管理员证件种类,证件种类,超管证件类型,超级管理员证件类型,企业管理员证件类型,经办人证件类型,联系人证件类型',
    'idtype,adminidtype,idcardtype,adminidcardtype,documenttype',
  ],
  adminIdNumber: [
    combined(`,${administrators}`, idNumberWords),
    '管理员证件号码,管理员身份证,管理员身份证号,管理员身份证号码,超管身份证号,超管证件号,超级管理员身份证号,超级管理员证件号',
    '企业管理员身份证号,企业管理员证件号,经办人身份证,经办人身份证号,经办人身份证号码,经办人证件号,经办人证件号码,联系人身份证号',
    '联系人证件号,身份证,身份证号,身份证号码,证件号,证件号码',
    'idnumber,adminidnumber,idcardnumber,adminidcardnumber,administratoridcardnumber,idcard,idno,adminidno',
  ],
  authorization: [
    '授权,授权类型,认证方式,管理员授权方式,超管授权方式,授权认证方式',
    'authorizationmethod,authorizationtype,authorisation,authorisationmethod,authorisationtype,authmethod,authtype',
  ],
}

const valueAliases: { [C in keyof ValueTexts]: Readonly<Record<keyof ValueTexts[C], readonly string[]>> } = {
  adminIdType: {
    residentId: ['身份证,中国居民身份证,二代身份证,residentid,residentidentitycard,idcard,identitycard'],
    hkMacauPermit: [
      '港澳通行证,来往内地通行证,港澳居民通行证,回乡证,hkmacaupermit,hongkongandmacao,homereturnpermit',
    ],
    hkMacauTaiwanResidence: [
      '港澳台居住证,居住证,港澳居民居住证,台湾居民居住证,hkmacautaiwanresidence,hongkongmacaoandtaiwan',
    ],
  },
  authorization: {
    legalPerson: [
      '法人,法定代表人,法定代表人授权,法人认证,法人授权认证,legalperson,legalpersonauthorization',
    ],
    letter: [
      '上传授权书,委托书,授权委托书,授权书认证,授权书授权,powerofattorney,authorizationletter,letterofauthorization',
    ],
    letterAndTransfer: [
      '授权书对公打款,授权书加对公打款,授权书和对公打款,授权书及对公打款,授权书与对公打款,委托书对公打款,对公打款,letterandtransfer',
      'letterbanktransfer,lettertransfer,banktransfer',
    ],
  },
}

/** One known word alone may be a title: 「企业名称」. */
export const headings = createHeadings<Column>({
  columns,
  texts: headingTexts,
  aliases: headingAliases,
  fewestColumns: 2,
})
export const { find: findHeading, columnOf } = headings

/** What is meant by the text of a cell: a choice by whatever name becomes its value, other text stays as it is. */
export function meaningOf(column: Column, text: string): string {
  if (column !== 'adminIdType' && column !== 'authorization') return text
  return valueNamed[column](text) ?? text
}

const { zh, en } = valueTexts
const valueNamed = {
  adminIdType: finder(adminIdTypes, value => [
    value,
    zh.adminIdType[value],
    en.adminIdType[value],
    ...split(valueAliases.adminIdType[value]),
  ]),
  authorization: finder(authorizations, value => [
    value,
    zh.authorization[value],
    en.authorization[value],
    ...split(valueAliases.authorization[value]),
  ]),
}
