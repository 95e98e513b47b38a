import declared from './__fixtures__/declared-fields.json'
import { fieldsOf, sendEveryField } from './every-field'
import { errorOf, type Json, startTestSimulator } from './test-support'

// Drawn from tencentcloud-sdk-nodejs 4.1.313, its ess_models.d.ts; `npm run check:vendors` compares and plays its client.
test('every field the SDK declares is taken', async () => {
  const simulator = await startTestSimulator({ taskDelayMs: 0 })
  const sent: Record<string, Set<string>> = {}
  const note = (action: string, parameters: Json) => {
    sent[action] ??= new Set()
    for (const place of fieldsOf(parameters)) sent[action].add(place)
  }
  const ask = async (action: string, parameters: Json) => {
    note(action, parameters)
    const answer = await simulator.call(action, parameters)
    expect([action, answer]).toEqual([action, expect.not.objectContaining({ Error: expect.anything() })])
    return answer
  }

  const rest = await sendEveryField(ask, name => simulator.act(name, 'rejectLetter'))
  for (const [action, parameters] of Object.entries(rest)) {
    note(action, parameters)
    expect(errorOf(await simulator.call(action, parameters)).code).toBe('FailedOperation')
  }

  const places = Object.entries(sent).map(([action, found]) => [action, [...found].sort()])
  expect(Object.fromEntries(places)).toEqual(declared)
  await simulator.close()
})
