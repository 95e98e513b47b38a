import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { TmplGroup } from 'glass-easel-template-compiler'
import { wxssToCss } from './wxss'

export interface Packed {
  /** A script that sets `globalThis.__WXAPP__` (runtime/types.ts `AppPackage`). */
  code: string
  /** What the template compiler or the packer complains about; anything here is an error. */
  problems: string[]
  /** Every file of the package, relative, with forward slashes. */
  files: string[]
}

/** The names WeChat's service layer hides from user code. */
const hiddenNames =
  'window,document,frames,self,parent,top,location,navigator,localStorage,sessionStorage,indexedDB,history,screen,alert,confirm,prompt,fetch,XMLHttpRequest,WebSocket,EventSource,DOMParser,HTMLElement,Element,Node,MutationObserver,requestAnimationFrame,cancelAnimationFrame,postMessage,process,Buffer'
const givenNames =
  'require,module,exports,wx,App,Page,Component,Behavior,getApp,getCurrentPages,requirePlugin,console,global'

/** Turns a compiled mini-program folder into one script that the runtime can boot. */
export function packWeapp(dir: string): Packed {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
  const read = (file: string) => readFileSync(path.join(dir, file), 'utf8')
  const problems: string[] = []
  const json = readJson(files, read, problems)
  if (!json.app) problems.push('app.json: missing')
  const templates = compileTemplates(files, read, problems)
  const scopes = Object.fromEntries(
    Object.keys(json)
      .filter(name => json[name]?.component === true && json[name]?.styleIsolation !== 'shared')
      .map((name, index) => [name, `c${index}`]),
  )
  const styles: Record<string, string> = {}
  for (const file of files.filter(file => file.endsWith('.wxss'))) {
    try {
      styles[stem(file)] = wxssToCss(file, read, scopes[stem(file)])
    } catch (error) {
      problems.push(`${file}: ${error instanceof Error ? error.message : error}`)
    }
  }
  const modules = files.filter(file => file.endsWith('.js')).map(file => moduleSource(file, read(file)))
  const code = [
    'globalThis.__WXAPP__={',
    `json:${JSON.stringify(json)},`,
    `styles:${JSON.stringify(styles)},`,
    `scopes:${JSON.stringify(scopes)},`,
    `images:${JSON.stringify(readImages(files, dir))},`,
    `templateNames:${JSON.stringify(files.filter(file => file.endsWith('.wxml')).map(stem))},`,
    `templates:(function(){return ${templates}})(),`,
    `modules:{${modules.join(',\n')}}};`,
  ].join('\n')
  return { code, problems, files }
}

type Read = (file: string) => string

function readJson(files: string[], read: Read, problems: string[]) {
  const json: Record<string, Record<string, unknown>> = {}
  for (const file of files.filter(file => file.endsWith('.json'))) {
    try {
      json[stem(file)] = JSON.parse(read(file))
    } catch (error) {
      problems.push(`${file}: ${error instanceof Error ? error.message : error}`)
    }
  }
  return json
}

interface TemplateProblem {
  message: string
  startLine: number
  startColumn: number
}

function compileTemplates(files: string[], read: Read, problems: string[]): string {
  const compiler: { TmplGroup: typeof TmplGroup } = createRequire(path.resolve('package.json'))(
    'glass-easel-template-compiler',
  )
  const group = compiler.TmplGroup.newDev()
  // The two globals WeChat gives to wxs, which have no constructors there.
  group.setExtraRuntimeScript(
    'var getRegExp=function(p,f){return new RegExp(p,f)};var getDate=function(){return new (Function.prototype.bind.apply(Date,[null].concat([].slice.call(arguments))))};',
  )
  for (const file of files.filter(file => file.endsWith('.wxs'))) group.addScript(stem(file), read(file))
  for (const file of files.filter(file => file.endsWith('.wxml'))) {
    const found: TemplateProblem[] = group.addTmpl(stem(file), markEvents(read(file))) ?? []
    for (const problem of found)
      problems.push(`${file}:${problem.startLine + 1}:${problem.startColumn + 1}: ${problem.message}`)
  }
  const source = group.getTmplGenObjectGroups()
  group.free()
  return source
}

/** glass-easel takes `bindtap=` on native nodes (view, text) for an attribute; `bind:tap=` it understands everywhere. */
function markEvents(wxml: string): string {
  return wxml.replace(/(\s)(capture-bind|capture-catch|mut-bind|bind|catch)(?!:)([a-z][\w-]*)=/g, '$1$2:$3=')
}

function moduleSource(file: string, source: string): string {
  return `${JSON.stringify(stem(file))}:function(${givenNames},${hiddenNames}){${source}\n}`
}

const imageTypes: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

function readImages(files: string[], dir: string): Record<string, string> {
  const images: Record<string, string> = {}
  for (const file of files) {
    const type = imageTypes[path.extname(file).toLowerCase()]
    if (type) images[file] = `data:${type};base64,${readFileSync(path.join(dir, file)).toString('base64')}`
  }
  return images
}

function stem(file: string): string {
  return file.slice(0, file.length - path.extname(file).length)
}
