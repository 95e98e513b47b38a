import * as v from 'valibot'
import { createWorld } from '../../../test/support/world'
import { importKeyOf, refuseKey } from './key'
import { count } from './limits'
import { once, repeatable } from './once'
import { pieceKeys, searchedKeys } from './searchKeys'

/**
 * What one release has written, the next has to find, and a run of the one takes up what a run of the other has begun:
 * how keys follow from LOOKUP_KEY never changes. Whoever has to change one of these needs a migration.
 */
test('keys of documents, and what is drawn for an intent, stay as they are', async () => {
  const { deps, store } = createWorld()
  await count(deps, 'attempts', 'alice')
  expect(store.all('counters')).toMatchObject([
    { _id: 'limit:attempts:c60ca4e53d854d96a65542672092849d:1700002800000' },
  ])
  expect(searchedKeys(deps, 'ht-1')).toEqual(['fcf17a56430e8328526237a3aa4e6ef2'])
  expect(pieceKeys(deps, ['云上'])).toEqual(['97a42cc9db5e'])
  const { random } = repeatable(deps, 'intent')
  expect([random(8), random(40)]).toEqual([
    '94ede4e8ec0eefff',
    'a8bbd5cd38e0435562e5f5ec7fa92d4253018f6014d06d61d0edc9644b8a3a55e38184fb07388144',
  ])
})

test('keys of calls stay as they are', async () => {
  const { deps, store } = createWorld()
  const content = async () => ''
  const named = {
    what: 'batch',
    owner: 'olivia',
    key: 'key-1',
    terms: {},
    source: { kind: 'empty' },
    content,
  }
  await importKeyOf(deps, named).bind()
  const holder = '0e7d3b72729e7c78237cd6f5251cb51d'
  expect(store.all('kept_answers')).toMatchObject([
    {
      _id: '52b02bfba0f3c6112ec76385914a99a5ffd44acb67baafcbf7c6d543043c5404',
      requestHash: '6c8456981cc4eb6ca42a33e65e3fa4c425a717688011ba648feceea8922fbe14',
      holder,
    },
    {
      _id: 'be13c8e41413eee561bbb7eb4fe9428e484626bd50664385219a501ad60578fe',
      requestHash: 'c178c2f6dae29c56b6c38c7b033bb80adc3f233fee0d161f59aac7c4b8be081a',
      holder,
    },
  ])
  const asked = { scope: ['thing'], key: 'key-1', request: 'a' }
  const keeping = { schema: v.string(), keptFor: 1000, refuse: refuseKey }
  expect(await once(deps, asked, keeping, async intent => intent)).toBe(
    '8601cda067f376f2c39d19cb129a16dfa4b137fe9a7a83a8',
  )
})
