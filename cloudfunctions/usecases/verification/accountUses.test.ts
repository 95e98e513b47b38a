import { createWorld, testOrganization, testPerson, type World } from '../../../test/support/world'
import type { Fact } from '../../domain/decide'
import type { SubjectFields } from '../../domain/verification'
import {
  accountsOf,
  isConfirmed,
  isContested,
  isProven,
  recordAnswer,
  recordNumber,
  recordProof,
  recordUse,
} from './accountUses'

/** Who has begun with which account, and whose it was shown to be. */

let world: World
beforeEach(() => {
  world = createWorld()
})
const driver = () => {
  const [found] = world.deps.drivers.values()
  if (!found) throw new Error('no driver')
  return found
}
const person: SubjectFields = { subject: 'person', person: testPerson }
const organization: SubjectFields = { subject: 'organization', organization: testOrganization }
const digest = (purpose: string, ...parts: string[]) =>
  world.deps.vault.digest(purpose, ...parts).slice(0, 32)

describe('an account', () => {
  // What is on record before an update is found after it: these never change.
  test('is called by what the vendor finds it by', () => {
    expect(accountsOf(world.deps, driver(), person)).toEqual([
      digest('account', 'qiyuesuo', 'contact', '13800138000'),
    ])
    driver().capabilities.accountBy = { person: ['idNumber'], organization: ['name', 'registerNumber'] }
    expect(accountsOf(world.deps, driver(), person)).toEqual([
      digest('account', 'qiyuesuo', 'idNumber', '110101199001010015'),
    ])
    expect(accountsOf(world.deps, driver(), organization)).toEqual([
      digest('account', 'qiyuesuo', 'name', '测试甲有限公司'),
      digest('account', 'qiyuesuo', 'registerNumber', '91110000MA0TEA001C'),
    ])
  })

  test('has no name by what was not said', () => {
    const { idNumber: _, ...unnumbered } = testPerson
    driver().capabilities.accountBy.person = ['idNumber', 'contact']
    expect(accountsOf(world.deps, driver(), { subject: 'person', person: unnumbered })).toEqual([
      digest('account', 'qiyuesuo', 'contact', '13800138000'),
    ])
    driver().capabilities.accountBy.person = ['idNumber']
    expect(accountsOf(world.deps, driver(), { subject: 'person', person: unnumbered })).toEqual([])
  })

  test('and who used it stand on record as digests, and so does a number that was told', async () => {
    await recordUse(world.deps, 'alice', ['a'])
    await recordNumber(world.deps, 'alice', '13800138000')
    const holder = digest('holder', 'alice')
    const number = digest('number', '13800138000')
    const now = world.deps.clock()
    const [hour, term] = [3_600_000, 46 * 24 * 3_600_000]
    expect(world.store.all('account_uses')).toEqual([
      {
        ...{ _id: `a_${holder}`, version: 1, account: 'a', holder, untouched: false, provenAt: null },
        until: now + term,
      },
      {
        ...{ _id: `${number}_${holder}`, version: 1, account: number, holder, untouched: false },
        ...{ provenAt: now, until: now + hour },
      },
    ])
  })
})

describe('what the vendor says before', () => {
  const says = (standing: Fact['standing'], touched?: true) =>
    recordAnswer(world.deps, 'alice', ['a', 'b'], {
      ...{ standing, assurance: null, rawStatus: null },
      ...(touched && { touched }),
    })
  const untouched = () => world.store.all('account_uses').map(each => each.untouched)

  test('nobody has verified it, nor is about to: that is kept of every name', async () => {
    expect(await says('unproven')).toBe(true)
    expect(untouched()).toEqual([true, true])
  })

  test('somebody is about to: that counts against who had not asked before', async () => {
    expect(await says('unproven', true)).toBe(false)
    expect(await says('started')).toBe(false)
    await recordUse(world.deps, 'alice', ['a', 'b'])
    expect(await says('started')).toBe(false)
    await recordAnswer(world.deps, 'alice', ['a'], {
      standing: 'unproven',
      assurance: null,
      rawStatus: null,
    })
    // One of its two names is not enough.
    expect(await says('started')).toBe(false)
    await says('unproven')
    expect(await says('started')).toBe(true)
    expect(await says('unproven', true)).toBe(true)
    // Nor does what Alice saw help Bob.
    const about: Fact = { standing: 'started', assurance: null, rawStatus: null }
    expect(await recordAnswer(world.deps, 'bob', ['a', 'b'], about)).toBe(false)
    expect(await recordAnswer(world.deps, 'alice', [], about)).toBe(false)
  })

  test('verified is verified, whatever was seen before', async () => {
    await says('unproven')
    expect(await says('verified')).toBe(false)
  })
})

describe('whose it is', () => {
  const lifetime = 46 * 24 * 3_600_000
  const proven = (accounts: string[], owner = 'alice') => isProven(world.deps, owner, accounts)

  test('is shown for all its names, to this person, for its time', async () => {
    expect(await proven([])).toBe(false)
    expect(await proven(['a'])).toBe(false)
    await recordUse(world.deps, 'alice', ['a'])
    expect(await proven(['a'])).toBe(false)
    await recordProof(world.deps, 'alice', ['a', 'b'])
    expect(await proven(['a', 'b'])).toBe(true)
    expect(await proven(['a', 'c'])).toBe(false)
    expect(await proven(['a', 'b'], 'bob')).toBe(false)
    world.pass(lifetime - 1)
    expect(await proven(['a', 'b'])).toBe(true)
    world.pass(1)
    expect(await proven(['a', 'b'])).toBe(false)
  })

  test('a number that was told to the form is for an hour', async () => {
    await recordNumber(world.deps, 'alice', '13800138000')
    world.pass(3_600_000 - 1)
    expect(await isConfirmed(world.deps, 'alice', '13800138000')).toBe(true)
    expect(await isConfirmed(world.deps, 'alice', '13900139000')).toBe(false)
    world.pass(1)
    expect(await isConfirmed(world.deps, 'alice', '13800138000')).toBe(false)
  })
})

describe('somebody else may be at it', () => {
  const contested = (fields: SubjectFields) => isContested(world.deps, driver(), 'alice', ['a'], fields)
  beforeEach(() => {
    world.deps.follows = { ...world.deps.follows, isBegunElsewhere: async () => true }
  })

  test('who has begun with any of its names', async () => {
    await recordUse(world.deps, 'alice', ['a'])
    expect(await contested(organization)).toBe(false)
    await recordUse(world.deps, 'bob', ['a'])
    expect(await contested(organization)).toBe(true)
  })

  test('in a batch, which is of companies, where the vendor has batches', async () => {
    expect(await contested(organization)).toBe(false)
    driver().capabilities.batch = true
    expect(await contested(organization)).toBe(true)
    expect(await contested(person)).toBe(false)
  })
})
