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
