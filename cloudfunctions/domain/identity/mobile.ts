import { type Reading, right, wrong } from './reading'
import { plainNumber } from './signs'

/** Not narrower: numbers that begin with 100 are given to nobody, and tests and trials live on them. */
const mobile = /^(?:(?:\+|00)?86)?0?(1\d{10})$/

/** A mobile of the mainland: its eleven digits. `+86 138-0013-8000`, 「０１３８…」 and `13800138000.0` are put right. */
export function readMobile(text: string): Reading {
  const digits = plainNumber(text)
    .replace(/\.0{1,9}$/, '')
    .replace(/[().·]/g, '')
  const own = mobile.exec(digits)?.[1]
  return own === undefined ? wrong('malformed') : right(own)
}
