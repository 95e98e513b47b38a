import { execFileSync } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Webhook } from 'standardwebhooks'
import { type Language, languages, verifiers } from '../miniprogram/packages/workplace/integration/verifiers'

/** A delivery as a receiver gets it. */
interface Case {
  what: string
  secret: string
  id: string
  timestamp: string
  signatures: string
  body: string
  ours: boolean
}

const secretOf = () => `whsec_${randomBytes(32).toString('base64')}`
const secret = secretOf()
const now = Math.floor(Date.now() / 1000)
const body = '{"type":"ping","data":{"bizId":"订单-7"}}'
const id = 'evt_0123456789abcdef0123456789abcdef'
const sign = (by: string, at = now, text = body) => new Webhook(by).sign(id, new Date(at * 1000), text)
/** Right by the key, although nobody would sign such a time. */
const signText = (timestamp: string) =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64')}`
const good: Case = {
  what: 'as it was sent',
  secret,
  id,
  timestamp: String(now),
  signatures: sign(secret),
  body,
  ours: true,
}
const cases: Case[] = [
  good,
  {
    ...good,
    what: 'signed by the new and the old secret',
    signatures: `${sign(secretOf())} ${sign(secret)}`,
  },
  { ...good, what: 'four minutes late', timestamp: String(now - 240), signatures: sign(secret, now - 240) },
  { ...good, what: 'one byte of the body changed', body: body.replace('7', '8'), ours: false },
  { ...good, what: 'a blank more', body: `${body} `, ours: false },
  { ...good, what: 'another id', id: id.replace('0', '1'), ours: false },
  { ...good, what: 'another time', timestamp: String(now - 1), ours: false },
  {
    ...good,
    what: 'an hour old',
    timestamp: String(now - 3600),
    signatures: sign(secret, now - 3600),
    ours: false,
  },
  {
    ...good,
    what: 'an hour ahead',
    timestamp: String(now + 3600),
    signatures: sign(secret, now + 3600),
    ours: false,
  },
  { ...good, what: 'another secret', secret: secretOf(), ours: false },
  { ...good, what: 'no signature', signatures: '', ours: false },
  {
    ...good,
    what: 'a signature of another kind',
    signatures: sign(secret).replace('v1,', 'v1a,'),
    ours: false,
  },
  { ...good, what: 'a signature without its kind', signatures: sign(secret).slice(3), ours: false },
  { ...good, what: 'half a signature', signatures: sign(secret).slice(0, 20), ours: false },
  { ...good, what: 'a time that is none', timestamp: 'now', signatures: signText('now'), ours: false },
  { ...good, what: 'a time with a tail', timestamp: `${now}x`, signatures: signText(`${now}x`), ours: false },
  { ...good, what: 'no time', timestamp: '', signatures: signText(''), ours: false },
]

/** The file the copied code goes into, with a line after it that prints for every five arguments what it says. */
const programs: Readonly<Record<Language, { file: string; command: string; after: string }>> = {
  node: {
    file: 'verify.cjs',
    command: 'node',
    after: `
const given = process.argv.slice(2)
while (given.length > 0) {
  const [secret, id, timestamp, signatures, body] = given.splice(0, 5)
  console.log(verifyWebhook(secret, id, timestamp, signatures, Buffer.from(body)))
}`,
  },
  java: {
    file: 'Run.java',
    command: 'java',
    after: `
class Run {
  public static void main(String[] given) throws Exception {
    for (int at = 0; at < given.length; at += 5)
      System.out.println(Webhook.verify(
        given[at], given[at + 1], given[at + 2], given[at + 3],
        new String(Base64.getDecoder().decode(given[at + 4]), "UTF-8").getBytes("UTF-8")));
  }
}`,
  },
  python: {
    file: 'verify.py',
    command: 'python3',
    after: `
import sys
given = sys.argv[1:]
for at in range(0, len(given), 5):
    print(str(verify_webhook(*given[at:at + 4], given[at + 4].encode())).lower())`,
  },
  php: {
    file: 'verify.php',
    command: 'php',
    after: `
for ($at = 1; $at < $argc; $at += 5)
  echo verify_webhook(...array_slice($argv, $at, 5)) ? "true\\n" : "false\\n";`,
  },
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'verifiers-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function isHere(command: string): boolean {
  try {
    execFileSync(command, [command === 'java' ? '-version' : '--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** What the copied code says of each case. */
function saidBy(language: Language): string[] {
  const { file, command, after } = programs[language]
  const source = verifiers[language].source
  // A file of Java starts the first class in it.
  const imports = language === 'java' ? source.slice(0, source.indexOf('\nclass')) : ''
  const text = language === 'java' ? imports + after + source.slice(imports.length) : source + after
  writeFileSync(path.join(folder, file), text)
  const given = cases.flatMap(({ secret, id, timestamp, signatures, body }) => [
    secret,
    id,
    timestamp,
    signatures,
    // Java takes its arguments in the machine's own encoding.
    language === 'java' ? Buffer.from(body).toString('base64') : body,
  ])
  return execFileSync(command, [path.join(folder, file), ...given], { encoding: 'utf8' })
    .trim()
    .split('\n')
}

const here = languages.filter(language => isHere(programs[language].command))
const away = languages.filter(language => !here.includes(language))

test.each(here)('the code in %s takes what is ours, and nothing else', language => {
  const said = saidBy(language)
  expect(cases.map(({ what }, at) => `${what}: ${said[at]}`)).toEqual(
    cases.map(({ what, ours }) => `${what}: ${ours}`),
  )
})

// Counted among what the run leaves out, by name.
for (const language of away) {
  test.skip(`the code in ${language} could not be run: ${programs[language].command} is not on this machine`, () => {})
}

test('what is not run on this machine is written as it is elsewhere: no language is left without its code', () => {
  expect(here).toEqual(expect.arrayContaining(['node']))
  for (const language of languages) expect(verifiers[language].source).toMatch(/300[\s\S]*sha256/i)
})
