/** How names and links are shown: the vendor's own way for persons, and for links without their keys. */
import { maskContact, maskNumber } from '../kit/mask'
import { type Mask, maskSecret } from '../kit/traffic-log'

/** 典子谦 → 典*谦, 典谦 → 典*; nothing stays nothing. */
export function maskPerson(name = ''): string {
  if (name === '') return ''
  const signs = [...name]
  const [first = '', ...rest] = signs
  return rest.length < 2 ? `${first}*` : first + '*'.repeat(rest.length - 1) + signs.at(-1)
}

/** Keeps four characters of every key in a path or an address. */
export function maskLink(link: string): string {
  return link
    .replace(/\b(shortKey|urlAuthToken|token|Code)=([^&]{0,4})[^&]*/g, '$1=$2…')
    .replace(/\/s\/(\w{4})\w*/, '/s/$1…')
    .replace(/(\/qrcode_urls\/\w+\/\w{4})\w*/, '$1…')
}

/** A query's key, and not the code of an error. */
const maskCode: Mask = value => (/^yD\w{30}$/.test(value) ? maskSecret(value) : value)

const maskFile: Mask = value => `<${value.length} characters>`

/** Header names, query parameters and JSON keys of which the log shows no value in clear. */
export const LOG_MASKS: Readonly<Record<string, Mask>> = {
  AdminName: maskPerson,
  LegalName: maskPerson,
  Name: maskPerson,
  AdminMobile: maskContact,
  Mobile: maskContact,
  AdminIdCardNumber: maskNumber,
  IdCardNumber: maskNumber,
  idNumber: maskNumber,
  BankAccountNumber: maskNumber,
  BusinessLicense: maskFile,
  PowerOfAttorneys: maskFile,
  AuthUrl: maskLink,
  UserVerifyUrl: maskLink,
  Url: maskLink,
  path: maskLink,
  Code: maskCode,
}

export const LOG_SECRETS = [
  'authorization',
  'content-signature',
  'encrypt',
  'session',
  'shortKey',
  'urlAuthToken',
  'token',
  'shortCode',
  'file',
] as const
