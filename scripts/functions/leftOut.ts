import path from 'node:path'
import type { Plugin } from 'esbuild'

interface Part {
  /** As the library imports it. */
  imported: string
  /** The package that imports it. */
  by: string
  /** Why no call of ours reaches it. */
  reason: string
  /** Its functions that the package calls when it starts. */
  quiet?: readonly string[]
}

/**
 * Parts of wx-server-sdk that no call of ours reaches. An instance would load them before its first answer: two thirds
 * of the SDK. A call that reaches one all the same throws SDK_PART_LEFT_OUT, and the tests with the local cloud fail.
 */
export const parts: readonly Part[] = [
  {
    imported: './ai',
    by: '@cloudbase/node-sdk',
    reason: 'cloud.ai(): models and agents; with it @cloudbase/ai, app, utilities and web streams',
  },
  {
    imported: '@cloudbase/wx-cloud-client-sdk',
    by: '@cloudbase/node-sdk',
    reason: 'data models and MySQL; we use the document database',
    quiet: ['generateHTTPClient'],
  },
  {
    imported: 'axios',
    by: '@cloudbase/node-sdk',
    reason: 'asks outside of SCF which cloud it is in, and serves an extension; the runtime says SCF',
  },
  {
    imported: 'jsonwebtoken',
    by: '@cloudbase/node-sdk',
    reason: 'tickets of custom logins; people come with their openid',
  },
  {
    imported: 'https-proxy-agent',
    by: '@cloudbase/node-sdk',
    reason: 'the option `proxy` of init, for debugging; we set none',
  },
  {
    imported: 'http-proxy-agent',
    by: '@cloudbase/node-sdk',
    reason: 'the same, over http',
  },
  {
    imported: './realtime/websocket-client',
    by: '@cloudbase/database',
    reason: 'watch() of a query; a function that is frozen after its answer watches nothing',
  },
  {
    imported: './builder',
    by: 'xml2js',
    reason: 'writes XML; the SDK reads the storage’s refusals only',
  },
  {
    imported: 'mime-db',
    by: 'wx-server-sdk',
    reason: 'names for media sent to the open API; we send none',
  },
  {
    imported: 'mime-types',
    by: 'form-data',
    reason: 'types of named files in forms; the SDK sends texts and bytes without names',
  },
]

/** Parts that few calls reach: loaded when their function is called, which answers by a callback as before. */
const later = [{ imported: 'xml2js', by: '@cloudbase/node-sdk', call: 'parseString' }] as const
type LaterPart = (typeof later)[number]

const namespace = 'left-out'

/**
 * Puts in place of each part what throws when it is called, or what loads it then. The build fails when a part is not
 * where it was.
 */
export function partsLeftOut(): Plugin {
  return {
    name: 'parts-left-out',
    setup({ onStart, onResolve, onLoad, onEnd }) {
      const met = new Set<Part | LaterPart>()
      onStart(() => met.clear())
      for (const part of [...parts, ...later]) {
        onResolve({ filter: exactly(part.imported) }, ({ importer }) => {
          if (!isIn(importer, part.by)) return undefined
          met.add(part)
          return { path: part.imported, namespace, pluginData: part }
        })
      }
      onLoad({ filter: /^/, namespace }, ({ pluginData: part }) => ({
        contents: 'call' in part ? laterOf(part) : stubOf(part),
        resolveDir: path.resolve('.'),
      }))
      onEnd(() => ({
        errors: [...parts, ...later]
          .filter(part => !met.has(part))
          .map(({ imported, by }) => ({
            text: `${by} imports no ${imported} any more: look at scripts/functions/leftOut.ts`,
          })),
      }))
    },
  }
}

function stubOf({ imported, by, quiet = [] }: Part): string {
  const name = JSON.stringify(`${imported} of ${by}`)
  return `
    const { leftOut } = require('./cloudfunctions/platform/leftOut')
    module.exports = leftOut(${name}, ${JSON.stringify(quiet)})`
}

function laterOf({ imported, call }: LaterPart): string {
  return `
    exports.${call} = (...given) => {
      const failed = given[given.length - 1]
      import(${JSON.stringify(imported)}).then(module => module.default.${call}(...given), failed)
    }`
}

const exactly = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}$`)

const isIn = (file: string, packageName: string) =>
  file.replace(/\\/g, '/').includes(`/node_modules/${packageName}/`)
