import type { Fact } from '../../domain/decide'
import { lifetimes } from '../../domain/schedule'
import type { SubjectFields } from '../../domain/verification'
import { change } from '../../platform/change'
import type { Driver } from '../../vendors/driver'
import type { Deps } from '../kit/deps'
import { pageSize } from '../kit/untilDone'

const day = 24 * 3600_000
/**
 * ms a use is kept: longer than a way in can be used after it was handed out (30 days, an organization at 电子签) and a
 * verification be open (7 days, 7 more for a review, a day of grace). Whoever may still change an account is on record.
 */
const memory = 46 * day
/** Keyed digests of that by which the vendor finds the account. */
export function accountsOf({ vault }: Pick<Deps, 'vault'>, driver: Driver, fields: SubjectFields): string[] {
  return namesOf(driver, fields).map(([kind, value]) =>
    vault.digest('account', driver.id, kind, value).slice(0, 32),
  )
}

function namesOf({ capabilities: { accountBy } }: Driver, fields: SubjectFields): [string, string][] {
  const known: Record<string, string | undefined> =
    fields.subject === 'person'
      ? { contact: fields.person.contact.value, idNumber: fields.person.idNumber }
      : { name: fields.organization.name, registerNumber: fields.organization.registerNumber }
  return accountBy[fields.subject].flatMap(kind => {
    const value = known[kind]
    return value === undefined ? [] : [[kind, value]]
  })
}

/** Before this person gets a way in, it is on record that he may have one. */
export async function recordUse(deps: Deps, owner: string, accounts: readonly string[]): Promise<void> {
  await Promise.all(accounts.map(account => keep(deps, owner, account, {})))
}

/**
 * Whether nobody had verified the account, nor was about to, when this person first asked: what he has begun himself
 * since then does not count against him.
 */
export async function recordAnswer(
  deps: Deps,
  owner: string,
  accounts: readonly string[],
  { standing, touched }: Fact,
): Promise<boolean> {
  if (standing === 'verified') return false
  if (standing === 'unproven' && !touched) {
    await Promise.all(accounts.map(account => keep(deps, owner, account, { untouched: true })))
    return true
  }
  const mine = await Promise.all(accounts.map(account => useOf(deps, owner, account)))
  return mine.length > 0 && mine.every(use => use?.untouched === true)
}

/** Whether somebody else holds, or may still hold, a way in to the same account. */
export async function isContested(
  deps: Deps,
  driver: Driver,
  owner: string,
  accounts: readonly string[],
  fields: SubjectFields,
): Promise<boolean> {
  const holder = holderOf(deps, owner)
  for (const account of accounts) {
    const uses = await deps.store.find('account_uses', {
      where: [['account', 'eq', account]],
      limit: pageSize,
    })
    if (uses.some(each => each.holder !== holder)) return true
  }
  if (fields.subject === 'person' || !driver.capabilities.batch) return false
  return deps.follows.isBegunElsewhere(deps, fields.organization)
}

/**
 * Whether this very person has shown before that the account is his. That counts from the day it was shown: whoever goes
 * on asking about a company he has left does not keep it.
 */
export async function isProven(
  deps: Deps,
  owner: string,
  accounts: readonly string[],
  lifetime = memory,
): Promise<boolean> {
  const mine = await Promise.all(accounts.map(account => useOf(deps, owner, account)))
  const now = deps.clock()
  return mine.length > 0 && mine.every(use => (use?.provenAt ?? 0) + lifetime > now)
}

/** What was observed once need not be observed again while it is on record. */
export async function recordProof(deps: Deps, owner: string, accounts: readonly string[]): Promise<void> {
  const provenAt = deps.clock()
  await Promise.all(accounts.map(account => keep(deps, owner, account, { provenAt })))
}

/** WeChat has just told this person's number to the form that he fills in. */
export async function recordNumber(deps: Deps, owner: string, mobile: string): Promise<void> {
  await keep(deps, owner, numberOf(deps, mobile), { provenAt: deps.clock() }, lifetimes.consent)
}

/** Whether WeChat told this number to the form from which this start comes. */
export function isConfirmed(deps: Deps, owner: string, mobile: string): Promise<boolean> {
  return isProven(deps, owner, [numberOf(deps, mobile)], lifetimes.consent)
}

/** Removes those that no longer count, a page at a time. Returns how many it found. */
export async function clearAccountUses({ store }: Deps, now: number): Promise<number> {
  const over = await store.find('account_uses', { where: [['until', 'lte', now]], limit: pageSize })
  for (const { _id, version } of over) await store.remove('account_uses', _id, version)
  return over.length
}

const numberOf = ({ vault }: Pick<Deps, 'vault'>, mobile: string): string =>
  vault.digest('number', mobile).slice(0, 32)

const holderOf = ({ vault }: Pick<Deps, 'vault'>, owner: string): string =>
  vault.digest('holder', owner).slice(0, 32)

const idOf = (deps: Pick<Deps, 'vault'>, owner: string, account: string): string =>
  `${account}_${holderOf(deps, owner)}`

function useOf(deps: Deps, owner: string, account: string) {
  return deps.store.get('account_uses', idOf(deps, owner, account))
}

async function keep(
  deps: Deps,
  owner: string,
  account: string,
  news: { untouched?: boolean; provenAt?: number },
  lifetime = memory,
): Promise<void> {
  const _id = idOf(deps, owner, account)
  const until = deps.clock() + lifetime
  const kept = { account, holder: holderOf(deps, owner), untouched: false, provenAt: null, until, ...news }
  const put = () => change(deps.store, 'account_uses', _id, () => ({ ...news, until }))
  const { document } = await put()
  if (document || (await deps.store.insert('account_uses', { _id, version: 1, ...kept }))) return
  await put()
}
