import { connect } from 'node:net'
import { cleanUp, inFunction, startTestCloud, type TestCloud } from './testing/cloud'

let cloud: TestCloud
let clock = 1_800_000_000_000

beforeAll(async () => {
  cloud = await startTestCloud([{ name: 'sdk', fixture: 'sdk' }], { now: () => clock })
})
afterAll(cleanUp)

async function upload(cloudPath: string): Promise<string> {
  const url = await inFunction(cloud)(async ({ cloud: sdk, input }) => {
    const { fileID } = await sdk.uploadFile({ cloudPath: input, fileContent: Buffer.from('content') })
    const { fileList } = await sdk.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] })
    return fileList[0]?.tempFileURL
  }, cloudPath)
  return String(url)
}

test('a temporary address serves the file until it expires', async () => {
  const url = await upload('reports/a.csv')
  const response = await fetch(url)
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(await response.text()).toBe('content')
  clock += 61_000
  expect((await fetch(url)).status).toBe(403)
})

test('the mini-program gets an address of its files too, and of no others', async () => {
  const fileId = cloud.upload('sheets/a.pdf', Buffer.from('%PDF'))
  expect(await (await fetch(cloud.fileUrl(fileId) ?? '')).text()).toBe('%PDF')
  expect(cloud.fileUrl(`${fileId}x`)).toBeUndefined()
})

test('an address with another path, another time or no signature is refused', async () => {
  await upload('private.txt')
  const url = await upload('public.txt')
  expect((await fetch(url.replace('public', 'private'))).status).toBe(403)
  expect((await fetch(url.replace(/expires=(\d+)/, 'expires=9$1'))).status).toBe(403)
  expect((await fetch(url.split('?')[0] ?? '')).status).toBe(403)
})

test('an upload needs the signature of exactly this path', async () => {
  const put = (authorization: string) =>
    fetch(`${cloud.url}/storage/a.txt`, { method: 'PUT', headers: { authorization }, body: 'x' })
  expect((await put('')).status).toBe(403)
  expect((await put('9999999999.forged')).status).toBe(403)
})

test.each([
  '/storage/../documents.sqlite',
  '/storage/%2e%2e/documents.sqlite',
  '/storage/a//b',
  '/storage/a%00b',
])('the path %s is refused', async target => {
  expect(await rawStatus(target)).toBe('HTTP/1.1 400 Bad Request')
})

/** fetch would tidy the path up before sending it. */
function rawStatus(target: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(cloud.port, '127.0.0.1', () => {
      socket.write(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`)
    })
    let answer = ''
    socket.on('data', chunk => {
      answer += chunk
    })
    socket.on('end', () => resolve(answer.split('\r\n')[0] ?? ''))
    socket.on('error', reject)
  })
}
