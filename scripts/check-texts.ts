import ts from 'typescript'
import { unusedTexts } from './texts'

const settings = 'miniprogram/tsconfig.json'

/** Part of `npm run lint`: texts of the mini-program that nobody asks for. */
function main() {
  const { config, error } = ts.readConfigFile(settings, ts.sys.readFile)
  if (error) throw new Error(String(error.messageText))
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, 'miniprogram')
  const unused = unusedTexts(ts.createProgram(fileNames, options))
  for (const each of unused) console.error(`nobody asks for this text: ${each}`)
  process.exitCode = unused.length === 0 ? 0 : 1
}

main()
