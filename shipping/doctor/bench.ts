import { existsSync, readFileSync } from 'node:fs'
import { list, record } from '../../setup/apis/tencent'
import { readPairs } from '../credentials'
import type { Bench } from './finding'

/** Reads what the checks look at, from the root of the project. Nothing leaves the machine. */
export function readBench(settingsFile: string | undefined): Bench {
  const rc = json('cloudbaserc.json')
  const functions = list(rc.functions)
    .map(record)
    .map(({ name, handler, runtime, timeout }) => ({
      name: String(name),
      handler: String(handler),
      runtime: String(runtime),
      timeout: Number(timeout),
    }))
  const configs = functions.map(({ name }) => ({ name, config: json(`cloudfunctions/${name}/config.json`) }))
  const privateFile = 'project.private.config.json'
  const appId = existsSync(privateFile) ? json(privateFile).appid : null
  return {
    variables: settingsFile === undefined ? null : readPairs(settingsFile),
    functions,
    envId: String(rc.envId),
    openapi: Object.fromEntries(
      configs.map(({ name, config }) => [name, list(record(config.permissions).openapi).map(String)]),
    ),
    crons: configs.flatMap(({ config }) => list(config.triggers).map(each => String(record(each).config))),
    appId: typeof appId === 'string' ? appId : null,
    usedOpenapi: usedCalls([
      'cloudfunctions/platform/cloudCodes.ts',
      'cloudfunctions/platform/cloudPhone.ts',
    ]),
    isBuilt: [
      'dist/weapp/app.json',
      ...functions.map(({ name }) => `dist/cloudfunctions/${name}/index.js`),
    ].every(file => existsSync(file)),
  }
}

/** `openapi.<class>.<method>(` in the two files that make cloud calls. */
function usedCalls(files: readonly string[]): string[] {
  const found = files.flatMap(file => [...readFileSync(file, 'utf8').matchAll(/openapi\.(\w+\.\w+)\(/g)])
  return [...new Set(found.map(([, name]) => String(name)))].sort()
}

function json(file: string): Record<string, unknown> {
  return record(JSON.parse(readFileSync(file, 'utf8')))
}
