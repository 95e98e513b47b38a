import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { unusedTexts } from './texts'
import { saidAnyway, unsaidWords } from './words'

const settings = 'miniprogram/tsconfig.json'
/** The sentences of refusals: a page that knows no better shows them. */
const refusals = ['cloudfunctions/domain/errors.ts']

/** Part of `npm run lint`: texts of the mini-program that nobody asks for, and words that are not to be said to people. */
function main() {
  const { config, error } = ts.readConfigFile(settings, ts.sys.readFile)
  if (error) throw new Error(String(error.messageText))
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, 'miniprogram')
  const unused = unusedTexts(ts.createProgram(fileNames, options))
  for (const each of unused) console.error(`nobody asks for this text: ${each}`)
  const words = unsaidWords(readFileSync('docs/design-language.md', 'utf8'))
  const pages = fileNames
    .map(file => path.relative(process.cwd(), file))
    .filter(file => file.startsWith('miniprogram/') && !/\.test\.tsx?$/.test(file))
  const said = [...pages, ...refusals].flatMap(file => saidAnyway(file, readFileSync(file, 'utf8'), words))
  for (const each of said) console.error(each)
  process.exitCode = unused.length + said.length === 0 ? 0 : 1
}

main()
