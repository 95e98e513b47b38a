import { type MessageKind, messageKinds, readTemplates } from './template'

const id = 'template-1'

test('templates are read with every place, spaces around each and nothing between two are passed over', () => {
  expect(
    readTemplates(
      ` result:${id}:matter=thing1,outcome=phrase2,time=time3 ;; review:template_2:outcome=thing12;`,
    ),
  ).toEqual({
    result: {
      id,
      places: [
        { name: 'thing1', type: 'thing', value: 'matter' },
        { name: 'phrase2', type: 'phrase', value: 'outcome' },
        { name: 'time3', type: 'time', value: 'time' },
      ],
    },
    review: { id: 'template_2', places: [{ name: 'thing12', type: 'thing', value: 'outcome' }] },
  })
  expect(readTemplates('')).toEqual({})
})

/** Which types of places take what, and in which kinds it is said. */
const table: Record<string, [types: string, kinds: string]> = {
  matter: ['thing', 'result review reminder'],
  outcome: ['phrase thing', 'result review'],
  time: ['time date', 'result review weekly'],
  until: ['time date', 'reminder'],
  from: ['thing', 'result review reminder'],
  hint: ['thing', 'result review reminder weekly'],
  done: ['number character_string thing', 'weekly'],
  waiting: ['number character_string thing', 'weekly'],
  failed: ['number character_string thing', 'weekly'],
}
const types = ['thing', 'phrase', 'time', 'date', 'number', 'character_string', 'name']

test.each(Object.entries(table))('%s stands in places of %j and nowhere else', (value, [fitting, kinds]) => {
  const taken = (kind: MessageKind, type: string) => readTemplates(`${kind}:${id}:${value}=${type}1`) !== null
  expect(types.filter(type => messageKinds.some(kind => taken(kind, type)))).toEqual(
    types.filter(type => fitting.split(' ').includes(type)),
  )
  expect(messageKinds.filter(kind => types.some(type => taken(kind, type)))).toEqual(kinds.split(' '))
})

test.each([
  'result',
  `result:${id}`,
  `result:${id}:`,
  `result:${id}:matter`,
  `result:${id}:matter=thing`,
  `result:${id}:matter=thing123`,
  `result:${id}:matter=thing1x`,
  `result:${id}:xmatter=thing1`,
  `result:${id}:=thing1`,
  `result:${id}:x=matter=thing1`,
  `result:${id}:nothing=thing1`,
  `result:${id}:matter=thing1,`,
  `result:${id}:matter=thing1,outcome=phrase1x`,
  `result:${id}:matter=thing1 ,from=thing2`,
  `x result:${id}:matter=thing1`,
  `other:${id}:matter=thing1`,
  `result:too-short:matter=thing1`,
  `result:${'x'.repeat(65)}:matter=thing1`,
  `result:${id}:${'matter=thing1,'.repeat(15)}`,
  // Twice the same kind, the same place, the same template.
  `result:${id}:matter=thing1;result:template-2:matter=thing1`,
  `result:${id}:matter=thing1,from=thing1`,
  `result:${id}:matter=thing1;review:${id}:matter=thing1`,
])('%s is no list of templates', text => {
  expect(readTemplates(text)).toBeNull()
})

test('an id is as long as WeChat makes them', () => {
  for (const each of ['x'.repeat(10), 'x'.repeat(64)])
    expect(readTemplates(`result:${each}:matter=thing1`)).toMatchObject({ result: { id: each } })
})
