import dns from 'node:dns'
import http from 'node:http'
import { heldRequest } from '../../test/support/held-request'
import { createHttp } from './http'

afterEach(() => jest.restoreAllMocks())

describe('in production nothing inside is talked to', () => {
  const careful = createHttp({ timeoutMs: 5000, connectTimeoutMs: 5000, publicOnly: true })
  const get = (url: string) => careful({ method: 'GET', url, headers: {} })
  const inside = { reason: 'address', sent: false }

  test('an address', async () => {
    const asked = jest.spyOn(http, 'request')
    for (const url of ['http://127.0.0.1:1/', 'http://169.254.169.254/latest/meta-data', 'http://[::1]/'])
      await expect(get(url)).rejects.toMatchObject(inside)
    expect(asked).not.toHaveBeenCalled()
  })

  describe('a name', () => {
    const resolved = (error: Error | null, ...addresses: string[]) =>
      jest.spyOn(dns, 'lookup').mockImplementation(((
        _host: string,
        _options: object,
        done: (...answer: unknown[]) => void,
      ) =>
        error
          ? done(error)
          : done(
              null,
              addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 })),
            )) as typeof dns.lookup)

    test.each([
      ['one address', ['10.0.0.1']],
      ['a public one beside a private one', ['93.184.216.34', '127.0.0.1']],
    ])('that stands for %s', async (_what, addresses) => {
      resolved(null, ...addresses)
      await expect(get('http://proxy.example.com/')).rejects.toMatchObject(inside)
    })

    /** What the connection is told of the name, asking for all of its addresses and for one. */
    function told(): unknown[][] {
      const held = heldRequest(http)
      const asked = get('http://proxy.example.com/')
      held.outgoing.emit('error', new Error('enough'))
      void asked.catch(() => undefined)
      return held.found('proxy.example.com')
    }

    test('is looked up once, and every address of it with it', () => {
      const lookup = resolved(null, '93.184.216.34', '2606:4700::1111')
      const [first, second] = [
        { address: '93.184.216.34', family: 4 },
        { address: '2606:4700::1111', family: 6 },
      ]
      expect(told()).toEqual([
        [null, [first, second]],
        [null, '93.184.216.34', 4],
      ])
      const all = ['proxy.example.com', { all: true }, expect.any(Function)]
      expect(lookup.mock.calls).toEqual([all, all])
    })

    test('that cannot be resolved, or stands for nothing', () => {
      resolved(new Error('ENOTFOUND'))
      const nowhere = [new Error('ENOTFOUND'), '', 0]
      expect(told()).toEqual([nowhere, nowhere])
      jest.restoreAllMocks()
      resolved(null)
      const nothing = [new Error('no address'), '', 0]
      expect(told()).toEqual([nothing, nothing])
    })

    test('whose address is inside is given none', () => {
      resolved(null, '127.0.0.1')
      expect(told()).toEqual([
        [expect.any(Error), '', 0],
        [expect.any(Error), '', 0],
      ])
    })
  })
})
