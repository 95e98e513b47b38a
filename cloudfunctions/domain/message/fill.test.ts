import { fill } from './fill'
import type { MessageTemplate } from './template'

const template: MessageTemplate = {
  id: 'template-1',
  places: [
    { name: 'thing1', type: 'thing', value: 'matter' },
    { name: 'phrase2', type: 'phrase', value: 'outcome' },
    { name: 'time3', type: 'time', value: 'time' },
    { name: 'date4', type: 'date', value: 'until' },
    { name: 'number5', type: 'number', value: 'done' },
    { name: 'character_string6', type: 'character_string', value: 'failed' },
  ],
}
const matter = (text: string) =>
  fill({ id: '', places: template.places.slice(0, 1) }, { matter: text }).thing1

test('each place holds what goes there, times in Beijing, and a dash where nothing is to say', () => {
  const time = Date.parse('2026-11-30T15:01:59+08:00')
  expect(
    fill(template, { matter: '实名认证', outcome: '已通过', time, until: time, done: 12, failed: 0 }),
  ).toEqual({
    thing1: '实名认证',
    phrase2: '已通过',
    time3: '2026年11月30日 15:01',
    date4: '2026年11月30日 15:01',
    number5: '12',
    character_string6: '0',
  })
  expect(fill(template, { time, until: time })).toMatchObject({ thing1: '–', phrase2: '–', number5: '–' })
})

test.each([
  [' 甲\u0000\n\n乙\t\u200b 丙 ', '甲 乙 丙'],
  ['\n\u200b', '–'],
  ['', '–'],
])('%j stands on one line: %j', (text, line) => {
  expect(matter(text)).toBe(line)
})

test.each([
  ['一'.repeat(20), '一'.repeat(20)],
  ['一'.repeat(21), `${'一'.repeat(19)}…`],
  // Two units each: the tenth would be cut in two.
  ['𠮷'.repeat(10), '𠮷'.repeat(10)],
  ['𠮷'.repeat(11), `${'𠮷'.repeat(9)}…`],
  [`${'一'.repeat(17)}𠮷𠮷`, `${'一'.repeat(17)}𠮷…`],
])('%s is no longer than WeChat takes: %s', (text, kept) => {
  expect(matter(text)).toBe(kept)
})

test('a place of each type holds as much as WeChat lets it', () => {
  const long = 'x'.repeat(40)
  const lengths = Object.entries(
    fill(template, { matter: long, outcome: long, time: 0, until: 0, done: long, failed: long }),
  )
  expect(lengths.filter(([name]) => !/time|date/.test(name)).map(([, { length }]) => length)).toEqual([
    20, 5, 32, 32,
  ])
})
