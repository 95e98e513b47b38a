import type { Failure } from '../driver'

interface ErrorRow {
  /** The four-digit family, `code`. */
  code?: string
  /** The eight-digit family, `responseCode`. */
  responseCode?: string
  kind: Failure['kind']
  meaning: string
}

/**
 * 契约锁's error codes as far as the calls of this driver can meet them; docs/vendors/qiyuesuo.md has the sources.
 * Only a code that is here as a refusal refuses: an unknown answer is no verdict.
 */
export const errorTable: readonly ErrorRow[] = [
  { code: '441', responseCode: '11990441', kind: 'misconfigured', meaning: 'a required header is missing' },
  {
    code: '442',
    responseCode: '11990442',
    kind: 'misconfigured',
    meaning: 'AppToken unknown, or of the other environment',
  },
  { code: '1001', responseCode: '21990001', kind: 'transient', meaning: 'internal error of the vendor' },
  {
    code: '1002',
    responseCode: '14990002',
    kind: 'misconfigured',
    meaning: 'the interface is not opened for this app',
  },
  { code: '1005', responseCode: '11990005', kind: 'rejected', meaning: 'a parameter is invalid' },
  { code: '1601', kind: 'misconfigured', meaning: 'the balance is used up' },
  {
    code: '1605',
    kind: 'rejected',
    meaning: 'the company is verified already; the start reads it as an outcome',
  },
  { code: '1110', kind: 'rejected', meaning: 'no permission to see the contract' },
  { code: '3004', kind: 'rejected', meaning: 'the contract does not exist' },
  { responseCode: '11101003', kind: 'rejected', meaning: 'the contract does not exist' },
  { responseCode: '11011126', kind: 'rejected', meaning: 'the contract does not exist' },
  { code: '1604', kind: 'rejected', meaning: 'the authId is unknown' },
  { responseCode: '11990006', kind: 'transient', meaning: 'called too frequently' },
  { responseCode: '11990010', kind: 'rejected', meaning: 'the upload is too large' },
  { responseCode: '11990011', kind: 'rejected', meaning: 'a parameter is too long' },
  ...rejected('contract: status, signatory, stamper, turn, keyword, page or operator', {
    codes: ['1101', '1102', '1103', '1105', '1106', '1107', '1108', '1109', '1111', '1113', '1116', '1125'],
  }),
  ...rejected('seal missing or in the wrong state', {
    codes: ['1201', '1203'],
    responseCodes: ['11011201', '11011203', '11011204', '11011205', '11011207', '12072210'],
  }),
  ...rejected('signatories differ from the category, or it forbids this', {
    codes: ['1301'],
    responseCodes: ['11011304', '11011151'],
  }),
  ...rejected('no document, or one that cannot be used', { codes: ['1401', '1402', '1403'] }),
  ...rejected('employee missing, dismissed, of another name or unregistered', {
    codes: ['1701', '1702', '1703', '1705'],
    responseCodes: ['11041701', '11041702', '11041703', '11041705'],
  }),
  ...rejected('company missing, or no rights on it', { responseCodes: ['11041801', '11041805', '11041802'] }),
]

/** What an answer without success means for us; `whenLost`: what it means that nobody knows. */
export function failureOf(
  code: string,
  responseCode: string,
  whenLost: 'indeterminate' | 'transient',
): Failure {
  const row = errorTable.find(each => each.code === code || each.responseCode === responseCode)
  const label = code || responseCode || 'unknown'
  if (!row) return { kind: whenLost, code: label, detail: 'undocumented code' }
  return { kind: row.kind, code: label, detail: row.meaning }
}

function rejected(
  meaning: string,
  { codes = [], responseCodes = [] }: { codes?: string[]; responseCodes?: string[] },
) {
  return [
    ...codes.map((code): ErrorRow => ({ code, kind: 'rejected', meaning })),
    ...responseCodes.map((responseCode): ErrorRow => ({ responseCode, kind: 'rejected', meaning })),
  ]
}
