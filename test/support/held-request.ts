import { EventEmitter } from 'node:events'
import type http from 'node:http'

/** Stands for a request over the net that nobody takes: what it was made with, and what happens to it, is for the test to say. */
export function heldRequest(transport: Pick<typeof http, 'request'>) {
  const outgoing = Object.assign(new EventEmitter(), { end: jest.fn(), destroy: jest.fn() })
  const asked = jest.spyOn(transport, 'request').mockImplementation(() => Object(outgoing))
  return {
    outgoing,
    /** Where it goes, and how. */
    asked: (): [url: unknown, options: http.RequestOptions] => Object(asked.mock.calls[0]),
    /** What its own look-up says of a name, in both ways a connection asks. */
    found(host: string): unknown[][] {
      const answers: unknown[][] = []
      const done = (...answer: unknown[]) => answers.push(answer)
      const { lookup } = Object(asked.mock.calls[0]?.[1])
      lookup(host, { all: true }, done)
      lookup(host, {}, done)
      return answers
    },
  }
}
