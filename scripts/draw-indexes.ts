import { readFileSync, writeFileSync } from 'node:fs'
import { indexes } from '../cloudfunctions/platform/indexes'
import { collectionNames } from '../cloudfunctions/platform/store'

/** The table of indexes in docs/operations.md, drawn from the one in the code: `npm run docs:indexes`. */
const page = 'docs/operations.md'
const block = /(<!-- indexes:[^\n]*-->\n)[\s\S]*?(<!-- \/indexes -->)/

export function draw(): string {
  const rows = collectionNames.flatMap(name =>
    (indexes[name] ?? []).map(
      ({ fields, use }) => `| \`${name}\` | ${fields.map(said).join('、')} | ${use} |`,
    ),
  )
  return ['| 集合 | 索引（按顺序，没写的都是升序） | 用途 |', '| --- | --- | --- |', ...rows].join('\n')
}

export function drawnInto(text: string): string {
  return text.replace(block, (_all, begin: string, end: string) => `${begin}\n${draw()}\n\n${end}`)
}

const said = (field: string) => (field.startsWith('-') ? `\`${field.slice(1)}\` 降序` : `\`${field}\``)

if (process.argv[1]?.endsWith('draw-indexes.ts')) {
  writeFileSync(page, drawnInto(readFileSync(page, 'utf8')))
}
