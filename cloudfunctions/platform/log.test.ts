import { createLog } from './log'

test('an id number, a phone number or an address that slips into a field is cut out', () => {
  const lines: string[] = []
  const log = createLog(line => lines.push(line))
  log.warn('test', {
    detail: 'x 110101199001010015 y 13800138000 z a.b@example.com',
    ms: 3,
    id: 'v_00113800138000aaaa',
  })
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 'warn',
    event: 'test',
    detail: 'x [removed] y [removed] z [removed]',
    ms: 3,
    id: 'v_00113800138000aaaa',
  })
})

const logged = (
  fields?: Record<string, string | number | boolean | null | undefined>,
  level: 'info' | 'warn' | 'error' = 'info',
) => {
  const lines: string[] = []
  createLog(line => lines.push(line))[level]('event', fields)
  expect(lines).toHaveLength(1)
  return JSON.parse(lines[0] ?? '') as unknown
}

test('every line has its level and its event', () => {
  for (const level of ['info', 'warn', 'error'] as const)
    expect(logged(undefined, level)).toEqual({ level, event: 'event' })
})

test.each([
  ['13800138000', '[removed]'],
  ['11010119900101001X', '[removed]'],
  ['11010119900101001x', '[removed]'],
  ['(13800138000)', '([removed])'],
  ['a@b', '[removed]'],
  ['1380013800', '1380013800'],
  ['23800138000', '23800138000'],
  ['138001380001', '138001380001'],
  ['110101199001010015a', '110101199001010015a'],
  ['1101011990010100', '1101011990010100'],
  ['x'.repeat(301), 'x'.repeat(300)],
])('%s is written as %s', (text, written) => {
  expect(logged({ text })).toEqual({ level: 'info', event: 'event', text: written })
})

test('what is no text stays', () => {
  expect(logged({ a: 13800138000, b: true, c: null })).toMatchObject({ a: 13800138000, b: true, c: null })
})

test('a line is written to standard output, and ends', () => {
  const write = jest.spyOn(process.stdout, 'write').mockImplementation(() => true)
  createLog().info('event')
  expect(write.mock.calls).toEqual([['{"level":"info","event":"event"}\n']])
  write.mockRestore()
})
