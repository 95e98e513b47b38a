import * as v from 'valibot'
import {
  plainNumber,
  type Reading,
  readBankNumber,
  readBusinessNumber,
  readEmail,
  readMobile,
  readOrganizationName,
  readPersonName,
  readRegisterNumber,
  visibleLines,
  visibleText,
} from '../domain/identity'

/** What a paste brings along, blanks and signs that cannot be seen, may be this much longer than what is kept. */
const pasted = 4

/** A text in its one right form, at most `max` signs of it; refused when it has none. */
function read(max: number, reader: (text: string) => Reading) {
  return v.pipe(
    v.string(),
    v.maxLength(max * pasted),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const reading = reader(dataset.value)
      if (reading.ok) return reading.value
      addIssue({ message: reading.code })
      return NEVER
    }),
    v.maxLength(max),
  )
}

export const personName = read(50, readPersonName)
export const organizationName = read(100, readOrganizationName)
export const mobile = read(16, readMobile)
/** Unified social credit code, or an older register number. */
export const registerNumber = read(18, readRegisterNumber)
/** Another system's; '' for none. */
export const businessNumber = read(64, text =>
  text.trim() === '' ? { ok: true, value: '' } : readBusinessNumber(text),
)
export const email = read(100, readEmail)
/** Of a paper; whether there can be such a number is checked where its kind and the day are known. */
export const paperNumber = v.pipe(
  v.string(),
  v.maxLength(32 * pasted),
  v.transform(plainNumber),
  v.minLength(1),
  v.maxLength(32),
)
export const bankNumber = read(19, readBankNumber)
/**
 * What somebody writes for others to read: without what cannot be seen, which would turn its direction or make two that
 * differ look alike, and without halves of signs, which no database keeps.
 */
const whole = (text: string): string => text.replace(/\p{Surrogate}/gu, '')
/** Must say something. */
export const title = (max: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(max),
    v.transform(text => visibleText(whole(text))),
    v.minLength(1),
  )
/** May be empty, and have several lines. */
export const note = (max: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(max),
    v.transform(text => visibleLines(whole(text))),
  )

/** Nothing, where a form leaves a field empty, or somebody pressed the space bar. */
export const nothing = v.pipe(v.string(), v.maxLength(16 * pasted), v.trim(), v.literal(''))
